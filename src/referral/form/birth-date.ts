import { toPlainCharacters } from '../../i18n/read-digits.ts';
import type { TypedAnswers } from './form-model.ts';
import { toLine } from './typed-text.ts';

/** Children ask, and are helped, through an adult. */
const CHILD_UNTIL = 16;

export interface TypedDate {
  day: string;
  month: string;
  year: string;
}
export type DatePart = keyof TypedDate;

/** `wrong`: the part to go back to, first of them. */
export type ParsedDate =
  | { ok: true; date: string }
  | { ok: false; wrong: DatePart; reason: 'missing' | 'incomplete' | 'not-real' | 'short-year' };

/** The three boxes of the form. */
export function toTypedDate({ dobDay, dobMonth, dobYear }: TypedAnswers): TypedDate {
  return { day: dobDay, month: dobMonth, year: dobYear };
}

/** A date typed in three boxes, in digits of any script, as '1980-03-27'. */
export function parseDate(typed: TypedDate): ParsedDate {
  const read = (part: DatePart) => toPlainCharacters(toLine(typed[part]));
  const parts = { day: read('day'), month: read('month'), year: read('year') };
  const empty = (['day', 'month', 'year'] as const).filter((part) => parts[part] === '');
  if (empty[0]) {
    const reason = empty.length === 3 ? 'missing' : 'incomplete';
    return { ok: false, wrong: empty[0], reason };
  }
  if (!isWhole(parts.day, 31)) return { ok: false, wrong: 'day', reason: 'not-real' };
  if (!isWhole(parts.month, 12)) return { ok: false, wrong: 'month', reason: 'not-real' };
  if (!/^\d{4}$/.test(parts.year)) return { ok: false, wrong: 'year', reason: 'short-year' };
  const date = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  // The 30th of February becomes the 1st of March.
  const real = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date);
  return isReal ? { ok: true, date } : { ok: false, wrong: 'day', reason: 'not-real' };
}

/** Whole years lived on a day; below 0 if born after it. Both '1980-03-27'. */
export function ageOn(today: string, birthDate: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether the date that was typed is of somebody under 16; false while it is none. */
export function isChild(typed: TypedAnswers, today: string): boolean {
  const birth = parseDate(toTypedDate(typed));
  if (!birth.ok) return false;
  const age = ageOn(today, birth.date);
  return age >= 0 && age < CHILD_UNTIL;
}

function isWhole(text: string, max: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= max;
}
