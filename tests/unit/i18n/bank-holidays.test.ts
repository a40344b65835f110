import { expect, test } from 'vitest';
import { isBankHoliday } from '../../../src/i18n/bank-holidays.ts';

// As published on gov.uk/bank-holidays.
test.for([
  ['2026-12-25', true],
  ['2026-12-26', false],
  ['2026-12-28', true],
  ['2027-03-26', true],
  ['2027-03-27', false],
] as const)('%s is a bank holiday in England: %s', ([date, expected]) => {
  expect(isBankHoliday(date)).toBe(expected);
});
