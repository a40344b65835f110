import { expect, test } from 'vitest';
import { bornOn, yearsBefore } from '../../support/days.ts';

test('the day years before is the same day, and of a leap day the last of February', () => {
  expect(yearsBefore('2026-11-22', 121)).toBe('1905-11-22');
  expect(yearsBefore('2028-02-29', 120)).toBe('1908-02-29');
  expect(yearsBefore('2028-02-29', 121)).toBe('1907-02-28');
});

test('a birthday is typed in three fields', () => {
  expect(bornOn('1980-03-27')).toEqual({ dobDay: '27', dobMonth: '03', dobYear: '1980' });
});
