import type { Span } from '../words/spans.ts';
import type { PlannedPeople } from './plan.ts';

/** Words after a number that make it an age: "8 year old", "14yo", "৮ বছর", "8 jir". */
const UNITS = new Set([
  'yo',
  'yr',
  'yrs',
  'yearold',
  'yearsold',
  'year',
  'years',
  'বছর',
  'বছরের',
  'bochor',
  'bosor',
  'bochorer',
  'bosorer',
  'jir',
  'sano',
  'sannadood',
]);
const OLD = new Set(['old', 'olds', 'age', 'বয়স', 'jir']);
/** Words before a number that make it an age: "aged 45", "age 16". */
const AGED = new Set(['aged', 'age', 'বয়স', 'boyosh', 'boyos', 'da']);
const NUMBER = /^(\d{1,3})(yo|yr|yrs|jir)?$/;
const OLDEST = 110;

export interface FoundAge extends Span {
  age: NonNullable<PlannedPeople['age']>;
}

/**
 * The age that words tell, as a band, and the words that told it. Only with a word that makes a number an
 * age: "over 50s" is people's name for themselves, and "2 years" may be how long it has lasted, so years
 * need "old" or a person before them ("my 8 year").
 */
export function findAge(words: readonly string[]): FoundAge | undefined {
  for (const [i, word] of words.entries()) {
    const [, digits, unit] = NUMBER.exec(word) ?? [];
    const years = Number(digits);
    if (!digits || years > OLDEST) continue;
    const before = AGED.has(words[i - 1] ?? '');
    const after = unit ? 0 : countUnits(words, i + 1);
    if (!before && !unit && after === 0) continue;
    return { start: before ? i - 1 : i, end: i + 1 + after, age: toBand(years) };
  }
  return undefined;
}

function countUnits(words: readonly string[], at: number): number {
  const [unit = '', next = ''] = words.slice(at, at + 2);
  if (!UNITS.has(unit)) return 0;
  if (OLD.has(next)) return 2;
  return unit === 'year' || unit === 'years' ? 0 : 1;
}

// The bands in which services see themselves: childhood to 12, youth to 25, and most "older" ones from 55.
function toBand(years: number): FoundAge['age'] {
  if (years < 13) return 'children';
  if (years < 26) return 'young-people';
  return years < 60 ? 'adults' : 'older-people';
}
