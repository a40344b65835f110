/** Covers src/components/whats-on/calendar-entries.ts, src/components/whats-on/place-words.ts. */
import { expect, test } from 'vitest';
import { calendarEntries } from '../../../../src/components/whats-on/calendar-entries.ts';
import { placeOf } from '../../../../src/components/whats-on/place-words.ts';
import type { Session } from '../../../../src/directory/listing.ts';
import type { Lists } from '../../../../src/directory/lists.ts';
import { aLabel } from '../../../support/directory/a-label.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const lists = {
  costs: [{ slug: 'free', label: aLabel('Free') }],
  areas: [{ slug: 'bow', label: aLabel('Bow') }],
} as unknown as Lists;
const frame = {
  locale: 'en',
  lists,
  today: '2026-12-01',
  site: new URL('https://example.org'),
} as const;
const walk: Session = { days: ['tue'], opens: '11:00', closes: '12:00', what: 'A walk' };
const club = aListing('club', {
  name: 'The club',
  address: '1 Street',
  postcode: 'E3 5ES',
  area: 'bow',
  phone: '020 7000 0001',
  sessions: [walk, { ...walk, days: ['thu'], what: undefined, where: 'The hall' }],
});

test('a session in a calendar says what, where, at what cost, whom to ring, and that nobody has checked', () => {
  expect(calendarEntries(club, frame)[0]).toMatchObject({
    uid: 'club-tue-1100@example.org',
    summary: 'The club: A walk',
    location: '1 Street, E3 5ES',
    url: 'https://example.org/organisations/club/',
    description:
      'Not checked yet: ring first to make sure.\nOn bank holidays ring first.\nFree\n020 7000 0001',
  });
});

test('one that has a place of its own is there', () => {
  expect(calendarEntries(club, frame)[1]).toMatchObject({
    summary: 'The club',
    location: 'The hall',
  });
});

test('in another language it leads to the page in that language', () => {
  const [entry] = calendarEntries(club, { ...frame, locale: 'bn' });

  expect(entry?.url).toBe('https://example.org/bn/organisations/club/');
  expect(entry?.description).toContain('ব্যাংক ছুটির দিনে');
});

test('where a session is, is said as exactly as it is known', () => {
  const nowhere = { address: undefined, postcode: undefined, area: undefined };
  const place = (fields: object) => placeOf({ ...nowhere, ...fields }, {}, lists.areas, 'en')?.text;

  expect(place({ area: 'bow', postcode: 'E3 5ES' })).toBe('Bow, E3 5ES');
  expect(place({ postcode: 'E3 5ES' })).toBe('E3 5ES');
  expect(place({})).toBeUndefined();
});
