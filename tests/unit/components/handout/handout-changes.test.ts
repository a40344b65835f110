import { expect, test } from 'vitest';
import { changeWords, countUnknown } from '../../../../src/components/handout/handout-changes.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import type { ShortlistChanges } from '../../../../src/shortlist/shortlist-changes.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const nothing = { changed: 0, changedFacts: [], closed: 0, paused: 0, gone: 0 };
const entries: ShortlistChanges['entries'] = [
  { slug: 'a', state: 'listed', listing: aListing('a'), facts: ['phone'] },
  { slug: 'b', state: 'gone', on: '2026-07-01' },
  { slug: 'c', state: 'unknown' },
];
const days = { made: '2026-05-12', today: '2026-11-22' };
const english = (news: ShortlistChanges, { made, today } = days) =>
  changeWords(news, { made, today }, 'en', createTranslator('en'));

test('a handout says how many of its places have changed since the list was made, and in what', () => {
  const news: ShortlistChanges = {
    ...nothing,
    entries,
    changed: 1,
    changedFacts: ['phone'],
    gone: 1,
  };

  expect(english(news)).toEqual([
    'Changed since this list was made on 12 May 2026:',
    '1 of 3 has changed: phone.',
    '1 of 3 is no longer in our directory.',
  ]);
  expect(countUnknown(news)).toBe(1);
});

test('where nothing has changed it says so, but not of a list of today', () => {
  const news: ShortlistChanges = { ...nothing, entries: [] };

  expect(english(news)).toHaveLength(1);
  expect(english(news, { ...days, made: days.today })).toEqual([]);
});

test('of a list older than the histories it says since when we can tell, and that we cannot before', () => {
  const older = { ...nothing, entries: [], unknownBefore: '2026-06-01' };

  expect(english(older)).toEqual([
    'As far as we know, nothing on it has changed since 1 June 2026.',
    'We cannot tell what changed before 1 June 2026.',
  ]);
  expect(english({ ...older, entries, changed: 1, changedFacts: ['phone'] }).at(-1)).toBe(
    'We cannot tell what changed before 1 June 2026.',
  );
});
