import { describe, expect, test } from 'vitest';
import { ageOn, parseDate } from '../../../../src/referral/form/birth-date.ts';

const read = (day: string, month: string, year: string) => parseDate({ day, month, year });

describe('a date', () => {
  test.each([
    ['27', '3', '1980', '1980-03-27'],
    ['২৭', '৩', '১৯৮০', '1980-03-27'],
    ['٢٧', '٣', '١٩٨٠', '1980-03-27'],
    [' 27 ', '03', ' 1980 ', '1980-03-27'],
    ['01', '1', '2000', '2000-01-01'],
    ['29', '2', '2000', '2000-02-29'],
    ['31', '12', '1999', '1999-12-31'],
    ['27', 'March', '1980', '1980-03-27'],
    ['27', 'mar.', '1980', '1980-03-27'],
    ['27', 'Maarso', '1980', '1980-03-27'],
    ['২৭', 'মার্চ', '১৯৮০', '1980-03-27'],
    ['27th', '3', '1980', '1980-03-27'],
    ['১লা', 'জানুয়ারি', '১৯৮০', '1980-01-01'],
    ['27.', '3/', '1980.', '1980-03-27'],
    ['\u202a27\u202c', '3', '1980', '1980-03-27'],
  ])('%s %s %s is %s', (day, month, year, date) => {
    expect(read(day, month, year)).toEqual({ ok: true, date });
  });

  test.each([
    ['', '', '', 'day', 'missing'],
    [' ', '\u200b', '\n', 'day', 'missing'],
    ['', '3', '1980', 'day', 'incomplete'],
    ['27', '', '1980', 'month', 'incomplete'],
    ['27', '3', '', 'year', 'incomplete'],
    ['0', '3', '1980', 'day', 'not-real'],
    ['32', '3', '1980', 'day', 'not-real'],
    ['31', '4', '1980', 'day', 'not-real'],
    ['29', '2', '1900', 'day', 'not-real'],
    ['30', '2', '2000', 'day', 'not-real'],
    ['27', '0', '1980', 'month', 'not-real'],
    ['27', '13', '1980', 'month', 'not-real'],
    ['27', 'Monday', '1980', 'month', 'not-real'],
    ['27', 'ju', '1980', 'month', 'not-real'],
    ['2 7', '3', '1980', 'day', 'not-real'],
    ['2.7', '3', '1980', 'day', 'not-real'],
    ['-1', '3', '1980', 'day', 'not-real'],
    ['1e1', '3', '1980', 'day', 'not-real'],
    ['27', '3', '80', 'year', 'short-year'],
    ['27', '3', '’80', 'year', 'short-year'],
    ['27', '3', '19800', 'year', 'short-year'],
    ['27', '3', 'last', 'year', 'short-year'],
    ['27', '3', '0000', undefined, undefined],
  ] as const)('%j %j %j goes back to the %s: %s', (day, month, year, wrong, reason) => {
    const parsed = read(day, month, year);
    expect(parsed).toEqual(
      reason ? { ok: false, wrong, reason } : { ok: true, date: '0000-03-27' },
    );
  });
});

test.each([
  ['2026-11-22', '2010-11-21', 16],
  ['2026-11-22', '2010-11-22', 16],
  ['2026-11-22', '2010-11-23', 15],
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-22', '2026-11-23', -1],
  ['2025-02-28', '2004-02-29', 20],
  ['2025-03-01', '2004-02-29', 21],
])('on %s someone born on %s is %i', (today, born, age) => {
  expect(ageOn(today, born)).toBe(age);
});
