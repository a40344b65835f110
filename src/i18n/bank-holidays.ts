import { addDays, weekdayOf } from './london-calendar.ts';

/**
 * Bank holidays of England. The eight regular ones follow from the Banking and Financial Dealings Act
 * 1971 and the yearly proclamations (https://www.gov.uk/bank-holidays); one proclaimed for a single year,
 * as for a coronation, is not known here.
 */
export function isBankHoliday(date: string): boolean {
  return bankHolidays(Number(date.slice(0, 4))).includes(date);
}

const byYear = new Map<number, readonly string[]>();

function bankHolidays(year: number): readonly string[] {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const fixed = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`];
  const holidays = [
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-25`),
  ];
  // On a weekend, the next day that is neither weekend nor holiday is one instead.
  for (const date of fixed) {
    let day = date;
    while (weekdayOf(day) > 5 || holidays.includes(day)) day = addDays(day, 1);
    holidays.push(day);
  }
  byYear.set(year, holidays);
  return holidays;
}

function mondayFrom(date: string): string {
  return addDays(date, (8 - weekdayOf(date)) % 7);
}

/** Gregorian, after Meeus, Jones and Butcher. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
