import { expect, test } from 'vitest';
import type { Session } from '../../../../src/directory/listing.ts';
import { listingsOnFor, toSetTimes } from '../../../../src/directory/timetable/need-programme.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const walk: Session = { days: ['tue'], opens: '11:00', closes: '12:00' };
const hours: Session = { days: ['tue'], opens: '09:00', closes: '17:00' };
const on = (slug: string, fields: Parameters<typeof aListing>[1]) =>
  aListing(slug, { needs: ['exercise'], area: 'bow', sessions: [walk], ...fields });

test('a need has the open listings that help with it and have something at a set time', () => {
  const listings = [
    on('walk', {}),
    on('museum', { sessions: [hours] }),
    on('paused', { status: 'paused' }),
    on('lunch', { needs: ['food'] }),
  ];

  expect(listingsOnFor(listings, 'exercise').map(({ slug }) => slug)).toEqual(['walk']);
});

test('of a listing that is open for long as well, only what begins at a time counts', () => {
  const series = toSetTimes(on('centre', { sessions: [hours, walk] }));

  expect(series.map(({ session }) => session)).toEqual([walk]);
});
