import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../src/directory/listing.ts';
import { firstDate, toSeries } from '../../../../src/directory/timetable/series.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const session = (days: Session['days'], opens: string, closes: string, more = {}): Session => ({
  days,
  opens,
  closes,
  ...more,
});
const seriesOf = (...sessions: Session[]) =>
  toSeries(aListing('club', { area: 'bow', sessions })).map(({ id, days, opens, closes }) => ({
    id,
    days,
    opens,
    closes,
  }));

describe('the series of a listing', () => {
  test('are its sessions to go to', () => {
    expect(seriesOf(session(['mon', 'wed'], '10:00', '11:00'))).toEqual([
      { id: 'mon-wed-1000', days: ['mon', 'wed'], opens: '10:00', closes: '11:00' },
    ]);
    expect(seriesOf(session(['mon'], '10:00', '11:00', { by: 'phone' }))).toEqual([]);
  });

  test('are one where a session goes on past midnight', () => {
    const fridays = session(['thu', 'fri'], '22:00', '23:59');
    const after = session(['sat'], '00:00', '02:00');

    expect(seriesOf(fridays, after)).toEqual([
      { id: 'thu-2200', days: ['thu'], opens: '22:00', closes: '23:59' },
      { id: 'fri-2200', days: ['fri'], opens: '22:00', closes: '02:00' },
    ]);
  });

  test('have each a name of its own', () => {
    const two = [session(['sat'], '10:00', '11:00'), session(['sat'], '10:00', '12:00')];

    expect(seriesOf(...two).map(({ id }) => id)).toEqual(['sat-1000', 'sat-1000-2']);
  });

  test('begin on the first of their days that comes', () => {
    // 2026-12-01 is a Tuesday.
    expect(firstDate(['tue'], '2026-12-01')).toBe('2026-12-01');
    expect(firstDate(['mon', 'sat'], '2026-12-01')).toBe('2026-12-05');
  });
});
