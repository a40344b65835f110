import { describe, expect, test } from 'vitest';
import { formatMonth } from '../../../src/i18n/dates.ts';
import { locales } from '../../../src/i18n/locale.ts';
import { readMonthName } from '../../../src/i18n/month-names.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

describe.each(locales)('a month in %s', (locale) => {
  test.each(months)('%i is read by the name that the site gives it', (month) => {
    const shown = formatMonth(`1980-${String(month).padStart(2, '0')}-15`, locale);
    const name = shown.split(' ').find((word) => /^\D+$/.test(word) && !/[০-৯]/.test(word)) ?? '';

    expect(readMonthName(name)).toBe(month);
    expect(readMonthName(name.toUpperCase())).toBe(month);
  });
});

test.each([
  ['Jan', 1],
  ['feb.', 2],
  ['Sept', 9],
  ['Abr', 4],
  ['Lul', 7],
  ['Ogs', 8],
  ['Okt', 10],
  ['Dis', 12],
  ['জানু', 1],
  ['সেপ্টে', 9],
  ['জানুয়ারী', 1],
  ['মে', 5],
  ['Febuary', 2],
  ['Marhc', 3],
])('%s is month %i', (typed, month) => {
  expect(readMonthName(typed)).toBe(month);
});

test.each(['', 'ma', 'ju', 'maa', 'jun or jul', 'monday', 'জু', '3', 'mar27'])(
  '%j is no month, or may be two',
  (typed) => {
    expect(readMonthName(typed)).toBeUndefined();
  },
);
