/** Covers src/i18n/london-calendar.ts. */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../src/i18n/london-calendar.ts';
import {
  isWorkingDay,
  workingDaysBetween,
} from '../../../../src/referral/follow-up/working-days.ts';

describe('working days in England', () => {
  // As published on gov.uk/bank-holidays.
  test.for([
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ] as const)('leave out the bank holidays of %s', ([year, days]) => {
    const holidays = daysOf(year).filter((date) => !isWeekend(date) && !isWorkingDay(date));
    expect(holidays).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test('are counted whole, without the first and the last day', () => {
    expect(workingDaysBetween('2026-11-23', '2026-11-26')).toBe(2);
    expect(workingDaysBetween('2026-11-23', '2026-11-27')).toBe(3);
    // Friday to Tuesday
    expect(workingDaysBetween('2026-11-20', '2026-11-24')).toBe(1);
    // Over Christmas: Thursday the 24th to Wednesday the 30th
    expect(workingDaysBetween('2026-12-23', '2026-12-30')).toBe(2);
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
  });
});

function daysOf(year: number): string[] {
  return Array.from({ length: 365 }, (_, day) => addDays(`${year}-01-01`, day));
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
}
