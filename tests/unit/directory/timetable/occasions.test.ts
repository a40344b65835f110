import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../src/directory/listing.ts';
import { findOccasions, isOpenPlace } from '../../../../src/directory/timetable/occasions.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

// 2026-12-01 is a Tuesday.
const tuesday = '2026-12-01';
const session = (fields: Partial<Session> = {}): Session => ({
  days: ['tue'],
  opens: '11:00',
  closes: '12:00',
  ...fields,
});
const namesOn = (date: string, time: string, ...listings: ReturnType<typeof aListing>[]) =>
  findOccasions(listings, date, { date: tuesday, time }).map(({ listing }) => listing.slug);

describe('what is on', () => {
  test('is what somebody can go to, the earliest first', () => {
    const walk = aListing('walk', { area: 'bow', sessions: [session()] });
    const lunch = aListing('lunch', {
      address: 'Bow Road',
      sessions: [session({ opens: '10:00' })],
    });

    expect(namesOn(tuesday, '08:00', walk, lunch)).toEqual(['lunch', 'walk']);
  });

  test('is no place to live', () => {
    const hostel = aListing('hostel', {
      offers: ['accommodation', 'food'],
      area: 'bow',
      sessions: [session()],
    });

    expect(namesOn(tuesday, '08:00', hostel)).toEqual([]);
  });

  test('is no phone line, nothing at a secret address, nothing whose place nobody said', () => {
    const line = aListing('line', { area: 'bow', sessions: [session({ by: 'phone' })] });
    const refuge = aListing('refuge', {
      confidentialAddress: true,
      sessions: [session({ where: 'A street' })],
    });
    const helpline = aListing('helpline', { sessions: [session()] });
    const walks = aListing('walks', { sessions: [session({ where: 'The library, E2 0HL' })] });

    expect(namesOn(tuesday, '08:00', line, refuge, helpline, walks)).toEqual(['walks']);
  });

  test('is not at a listing that is paused or closed', () => {
    const paused = aListing('paused', { status: 'paused', area: 'bow', sessions: [session()] });

    expect(namesOn(tuesday, '08:00', paused)).toEqual([]);
  });

  test('leaves out what is over today, and keeps what is on', () => {
    const walk = aListing('walk', { area: 'bow', sessions: [session()] });

    expect(namesOn(tuesday, '11:59', walk)).toEqual(['walk']);
    expect(namesOn(tuesday, '12:00', walk)).toEqual([]);
    expect(namesOn('2026-12-08', '12:00', walk)).toEqual(['walk']);
  });

  test('ends after midnight on the evening it began', () => {
    const night = aListing('night', {
      area: 'bow',
      sessions: [
        session({ opens: '22:00', closes: '23:59' }),
        session({ days: ['wed'], opens: '00:00', closes: '01:30' }),
      ],
    });
    const on = (date: string, now: { date: string; time: string }) =>
      findOccasions([night], date, now).map(({ opens, closes }) => [opens, closes]);

    expect(on(tuesday, { date: tuesday, time: '09:00' })).toEqual([['22:00', '01:30']]);
    expect(on('2026-12-02', { date: tuesday, time: '09:00' })).toEqual([]);
    expect(on('2026-12-02', { date: '2026-12-02', time: '00:30' })).toEqual([['00:00', '01:30']]);
  });

  test('tells a place that is open for long from something that begins at a time', () => {
    expect(isOpenPlace(session({ opens: '10:00', closes: '17:00' }))).toBe(true);
    expect(isOpenPlace(session({ opens: '00:00', closes: '23:59' }))).toBe(true);
    expect(isOpenPlace(session({ opens: '15:30', closes: '20:30' }))).toBe(false);
    expect(isOpenPlace(session({ opens: '22:00', closes: '01:30' }))).toBe(false);
  });
});
