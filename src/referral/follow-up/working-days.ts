import { isBankHoliday } from '../../i18n/bank-holidays.ts';
import { addDays, weekdayOf } from '../../i18n/london-calendar.ts';

/** Working days in England: Monday to Friday but for bank holidays. */
export function isWorkingDay(date: string): boolean {
  return weekdayOf(date) <= 5 && !isBankHoliday(date);
}

/** Whole working days between two dates, neither of them counted. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  for (let date = addDays(from, 1); date < to; date = addDays(date, 1)) {
    if (isWorkingDay(date)) days += 1;
  }
  return days;
}

/** The first date that has so many whole working days between itself and `from`. */
export function afterWorkingDays(from: string, days: number): string {
  let date = addDays(from, 1);
  for (let passed = 0; passed < days; date = addDays(date, 1)) {
    if (isWorkingDay(date)) passed += 1;
  }
  return date;
}

/** `date`, or the last working day before it. */
export function latestWorkingDay(date: string): string {
  return isWorkingDay(date) ? date : latestWorkingDay(addDays(date, -1));
}

/** `date`, or the first working day after it. */
export function nextWorkingDay(date: string): string {
  return isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1));
}
