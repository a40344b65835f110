import { expect, test } from 'vitest';
import { noteChanges } from '../../../src/directory/reading/note-changes.ts';
import { findShortlistChanges, hasChanges } from '../../../src/shortlist/shortlist-changes.ts';
import { aListing, directoryOf } from '../../support/directory/a-listing.ts';

const MADE = '2026-05-12';
const TODAY = '2026-07-01';
const list = { slugs: ['phone', 'closed', 'same', 'gone', 'paused', 'never'], made: MADE };
const before = ['phone', 'closed', 'same', 'gone', 'paused'].map((slug) => aListing(slug));
const histories = noteChanges(before, new Map(), MADE);

test('a list tells how many of its listings changed, closed, paused and went', () => {
  const now = directoryOf(
    aListing('phone', { phone: '020 7000 0001', hours: 'Mondays' }),
    aListing('closed', { status: 'closed', website: undefined }),
    aListing('same'),
    aListing('paused', { status: 'paused' }),
  );
  const news = findShortlistChanges(list, { ...now, histories }, TODAY);

  expect(news).toMatchObject({ changed: 1, closed: 1, paused: 1, gone: 1 });
  expect(news.changedFacts).toEqual(['phone', 'hours']);
  expect(news.entries.map(({ slug }) => slug)).toEqual(list.slugs);
  expect(hasChanges(news)).toBe(true);
});

test('a list of which nothing changed has no news', () => {
  const news = findShortlistChanges(list, { ...directoryOf(...before), histories }, TODAY);

  expect(hasChanges(news)).toBe(false);
});

test('a listing that had closed before the list was made is no news', () => {
  const closed = [aListing('closed', { status: 'closed' })];
  const news = findShortlistChanges(
    { slugs: ['closed'], made: MADE },
    { ...directoryOf(...closed), histories: noteChanges(closed, new Map(), MADE) },
    TODAY,
  );

  expect(hasChanges(news)).toBe(false);
});

test('a listing that was taken out before the list was dated is no news', () => {
  const out = noteChanges([], noteChanges(before, new Map(), MADE), '2026-06-01');
  const newsOf = (made: string) =>
    findShortlistChanges({ slugs: ['gone'], made }, { ...directoryOf(), histories: out }, TODAY);

  expect(newsOf('2026-05-31').gone).toBe(1);
  expect(newsOf('2026-06-01').gone).toBe(0);
  expect(newsOf('2026-06-01').entries).toMatchObject([{ state: 'gone', on: '2026-06-01' }]);
});

test('a listing that runs again has changed', () => {
  const closed = noteChanges([aListing('same', { status: 'closed' })], new Map(), MADE);
  const news = findShortlistChanges(
    { slugs: ['same'], made: MADE },
    { ...directoryOf(aListing('same')), histories: closed },
    TODAY,
  );

  expect(news).toMatchObject({ changed: 1, changedFacts: ['status'] });
});

test('a list older than the histories says from which day on they tell, and no other does', () => {
  const since = (historiesBegun: string | undefined) =>
    findShortlistChanges(list, { ...directoryOf(...before), histories, historiesBegun }, TODAY)
      .unknownBefore;

  expect(since('2026-05-13')).toBe('2026-05-13');
  expect(since(MADE)).toBeUndefined();
  expect(since(undefined)).toBeUndefined();
});
