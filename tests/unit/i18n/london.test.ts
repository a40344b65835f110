import { expect, test } from 'vitest';
import { toLondon } from '../../../src/i18n/london.ts';

test.each([
  ['2026-03-29T00:59:59Z', '2026-03-29', '00:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
  ['2026-07-22T22:59:00Z', '2026-07-22', '23:59'],
  ['2026-07-22T23:00:00Z', '2026-07-23', '00:00'],
  ['2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
  ['2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
  ['2026-12-31T23:59:59Z', '2026-12-31', '23:59'],
  ['2027-01-01T00:00:00Z', '2027-01-01', '00:00'],
])('at %s it is in London %s, %s', (moment, date, time) => {
  const expected = { date, time, hour: Number(time.slice(0, 2)) };

  expect(toLondon(new Date(moment))).toEqual(expected);
  expect(toLondon(Date.parse(moment))).toEqual(expected);
});
