import { readMonthName } from '../../i18n/month-names.ts';
import { toPlainCharacters } from '../../i18n/read-digits.ts';
import type { TypedAnswers } from './form-model.ts';
import { toLine } from './typed-text.ts';

/** Older people are very rare, and figures in each other's place are not: the form asks whether it is right. */
const LIKELY_UNTIL = 110;
/** Nobody has lived longer. */
export const OLDEST = 122;

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

/**
 * A date typed in three boxes, in digits of any script, as '1980-03-27'. The month may be a name in a language
 * of the site, the day an ordinal ('27th'); full stops and strokes after a part do not matter.
 */
export function parseDate(typed: TypedDate): ParsedDate {
  const read = (part: DatePart) =>
    toPlainCharacters(toLine(typed[part])).replace(/^[/.,\s]+|[/.,\s-]+$/g, '');
  const parts = { day: read('day'), month: read('month'), year: read('year') };
  const empty = (['day', 'month', 'year'] as const).filter((part) => parts[part] === '');
  if (empty[0]) {
    const reason = empty.length === 3 ? 'missing' : 'incomplete';
    return { ok: false, wrong: empty[0], reason };
  }
  const day = toNumber(parts.day.replace(ORDINAL, ''), 31);
  const month = toNumber(parts.month, 12) ?? readMonthName(parts.month);
  if (!day) return { ok: false, wrong: 'day', reason: 'not-real' };
  if (!month) return { ok: false, wrong: 'month', reason: 'not-real' };
  if (!/^\d{4}$/.test(parts.year)) return { ok: false, wrong: 'year', reason: 'short-year' };
  const date = `${parts.year}-${twoDigits(month)}-${twoDigits(day)}`;
  // The 30th of February becomes the 1st of March.
  const real = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date);
  return isReal ? { ok: true, date } : { ok: false, wrong: 'day', reason: 'not-real' };
}

const ORDINAL = /(?<=^\d{1,2})(st|nd|rd|th|লা|রা|ঠা|ই|শে|এ)$/i;

/** Whole years lived on a day; below 0 if born after it. Both '1980-03-27'. */
export function ageOn(today: string, birthDate: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether the date that was typed is of somebody under 16; false while it is none. */
export function isChild(typed: TypedAnswers, today: string): boolean {
  const age = typedAge(typed, today);
  return age !== undefined && age >= 0 && age < CHILD_UNTIL;
}

/** Whether an age was typed that may be right, and is more likely a slip. */
export function isUnlikelyAge(typed: TypedAnswers, today: string): boolean {
  const age = typedAge(typed, today);
  return age !== undefined && age > LIKELY_UNTIL && age <= OLDEST;
}

/** undefined: no date was typed. */
export function typedAge(typed: TypedAnswers, today: string): number | undefined {
  const birth = parseDate(toTypedDate(typed));
  return birth.ok ? ageOn(today, birth.date) : undefined;
}

function toNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : undefined;
}

function twoDigits(number: number): string {
  return `${number}`.padStart(2, '0');
}
