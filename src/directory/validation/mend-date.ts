import { readMonthName } from '../../i18n/month-names.ts';

/** The date that an editor meant, as a file has it: '2026-04-03' for '3/4/2026', where the day comes first. undefined: none, or no day that there is. */
export function mendDate(written: string): string | undefined {
  const parts = written.replace(/(?<=\d)(st|nd|rd|th)\b/g, '').match(/\p{L}[\p{L}\p{M}]*|\d+/gu);
  if (parts?.length !== 3) return undefined;
  const named = parts.findIndex((part) => readMonthName(part) !== undefined);
  const numbers = parts.filter((_, index) => index !== named).map(Number);
  if (numbers.some(Number.isNaN)) return undefined;
  const isYearFirst = /^\d{4}$/.test(parts[0] ?? '');
  const year = isYearFirst ? numbers[0] : numbers.at(-1);
  const rest = isYearFirst ? numbers.slice(1) : numbers.slice(0, -1);
  if (named >= 0) return toDate(year, readMonthName(parts[named] ?? ''), rest[0]);
  const [day, month] = isYearFirst ? rest.toReversed() : rest;
  return toDate(year, month, day) ?? toDate(year, day, month);
}

function toDate(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): string | undefined {
  if (!year || !month || !day || year < 1000 || month > 12) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1
    ? date.toISOString().slice(0, 10)
    : undefined;
}
