import { afterEach, expect, test, vi } from 'vitest';
import { bornOn, withinOneDay, yearsBefore } from '../../support/days/days.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the day years before is the same day, and of a leap day the last of February', () => {
  expect(yearsBefore('2026-11-22', 121)).toBe('1905-11-22');
  expect(yearsBefore('2028-02-29', 120)).toBe('1908-02-29');
  expect(yearsBefore('2028-02-29', 121)).toBe('1907-02-28');
});

test('a birthday is typed in three fields', () => {
  expect(bornOn('1980-03-27')).toEqual({ dobDay: '27', dobMonth: '03', dobYear: '1980' });
});

test('what midnight interrupts is done again, once', async () => {
  vi.useFakeTimers();
  vi.setSystemTime('2020-11-22T23:59:59Z');
  let runs = 0;
  const run = async () => {
    runs += 1;
    vi.setSystemTime('2020-11-23T00:00:00Z');
    return runs;
  };

  expect(await withinOneDay(run)).toBe(2);
  expect(await withinOneDay(run)).toBe(3);
});
