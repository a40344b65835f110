/**
 * Covers src/directory/changes-since.ts, src/directory/reading/note-changes.ts,
 * src/directory/short-hash.ts.
 */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findChangesSince } from '../../../../src/directory/changes-since.ts';
import type { PublicListing } from '../../../../src/directory/public-listing.ts';
import { type Histories, historiesSchema } from '../../../../src/directory/reading/histories.ts';
import {
  findEarliest,
  findNotes,
  formatHistories,
  noteChanges,
} from '../../../../src/directory/reading/note-changes.ts';
import { aListing, directoryOf } from '../../../support/directory/a-listing.ts';

const MADE = '2026-05-12';
const LATER = '2026-05-13';
const TODAY = '2026-07-01';
const before = aListing('club', { phone: '020 7000 0001', postcode: 'E3 5AB' });
const noted = noteChanges([before], new Map(), MADE);
const since = (listings: PublicListing[], histories: Histories, today = TODAY) =>
  findChangesSince('club', MADE, { ...directoryOf(...listings), histories }, today);

describe('a listing since a day', () => {
  test('has not changed while its facts are the same', () => {
    const renamed = { ...before, name: 'The Club', summary: 'Other words' };

    expect(since([renamed], noted)).toMatchObject({ state: 'listed', facts: [] });
  });

  test.each<[string, Partial<PublicListing>, string[]]>([
    ['another phone', { phone: '020 7000 0002' }, ['phone']],
    ['no phone', { phone: undefined }, ['phone']],
    ['an e-mail address', { email: 'info@example.org' }, ['email']],
    ['another postcode', { postcode: 'E3 5AC' }, ['address']],
    ['sessions', { sessions: [{ days: ['mon'], opens: '10:00', closes: '11:00' }] }, ['hours']],
    ['an end', { status: 'closed' }, ['status']],
    ['more than one', { cost: 'low-cost', website: undefined }, ['cost', 'website']],
  ])(
    'has changed in what it got (%s), before anyone noted it and after',
    (_what, fields, facts) => {
      const now = [{ ...before, ...fields }];
      expect(since(now, noted)).toMatchObject({ facts });

      expect(since(now, noteChanges(now, noted, LATER))).toMatchObject({ facts });
    },
  );

  test.each([
    ['the day before', '2026-05-11', []],
    ['that day', MADE, []],
    ['the day after', LATER, ['phone']],
  ])('tells of a change of %s or not', (_when, date, facts) => {
    const now = [{ ...before, phone: '020 7000 0002' }];

    expect(since(now, noteChanges(now, noted, date))).toMatchObject({ facts });
  });

  test('on the same day tells of no change that is not noted yet', () => {
    expect(since([{ ...before, phone: undefined }], noted, MADE)).toMatchObject({ facts: [] });
  });

  test('is gone once it is taken out, and back when it returns', () => {
    expect(since([], noted)).toEqual({ state: 'gone', on: TODAY });

    const without = noteChanges([], noted, LATER);
    expect(since([], without)).toEqual({ state: 'gone', on: LATER });

    const back = noteChanges([before], without, '2026-06-01');
    expect(since([before], back)).toMatchObject({ state: 'listed', facts: ['status'] });
  });

  test('is unknown if the directory never had it', () => {
    expect(since([], new Map())).toEqual({ state: 'unknown' });
  });
});

describe('the file of histories', () => {
  test('is read as it was written', () => {
    const now = [{ ...before, phone: undefined }, aListing('new')];
    const histories = noteChanges(now, noted, LATER);
    const read = historiesSchema.parse(parse(formatHistories(histories, MADE)));

    expect(read).toEqual({ begun: MADE, histories });
    expect(findNotes(now, histories)).toEqual([]);
  });

  test('says what is new, what changed and what is gone', () => {
    const now = [{ ...before, phone: undefined }, aListing('new')];
    const histories = noteChanges([before, aListing('old')], new Map(), MADE);

    expect(findNotes(now, histories)).toEqual([
      { slug: 'club', what: ['phone'] },
      { slug: 'new', what: 'new' },
      { slug: 'old', what: 'gone' },
    ]);
  });

  test('holds no fact, only what its text becomes', () => {
    expect(formatHistories(noted, MADE)).toMatch(
      /\nclub: \{ now: "(\w+:[0-9a-f]{8} ?)+", words: "[0-9a-f]{8}" \}\n$/,
    );
  });

  test('says since when a listing is in the directory, but for those that it began with', () => {
    const histories = noteChanges([before, aListing('new')], noted, LATER);

    expect(histories.get('club')?.since).toBeUndefined();
    expect(histories.get('new')?.since).toBe(LATER);
    const changed = noteChanges([before, aListing('new', { cost: 'paid' })], histories, TODAY);
    expect(changed.get('new')).toMatchObject({ since: LATER, changes: [{ date: TODAY }] });
  });

  test('notes when words changed that are no fact, and tells lists nothing of it', () => {
    const now = [{ ...before, summary: 'Other words' }];
    const histories = noteChanges(now, noted, LATER);

    expect(findNotes(now, noted)).toEqual([{ slug: 'club', what: 'words' }]);
    expect(histories.get('club')?.words?.changed).toBe(LATER);
    expect(findNotes(now, histories)).toEqual([]);
    expect(since(now, histories)).toMatchObject({ facts: [] });
    expect(historiesSchema.parse(parse(formatHistories(histories, MADE))).histories).toEqual(
      histories,
    );
  });

  test.each<[string, Partial<PublicListing>]>([
    ['a check', { checks: [{ date: MADE, method: 'phone', facts: ['phone'] }] }],
    ['what is worked out from the postcode', { ward: 'Bow East' }],
    ['a fact', { cost: 'paid' }],
    ['a field that came later and says nothing', { added: [], other: false } as object],
  ])('takes %s for no change of words', (_what, fields) => {
    const words = (listing: PublicListing) =>
      noteChanges([listing], new Map(), MADE).get('club')?.words;

    expect(words({ ...before, ...fields })).toEqual(words(before));
  });

  test('takes in the words of listings that were noted before words were', () => {
    const { now, changes } = noted.get('club') ?? { now: new Map(), changes: [] };
    const old: Histories = new Map([['club', { now, changes }]]);

    expect(findNotes([{ ...before, summary: 'Other words' }], old)).toEqual([]);
    expect(noteChanges([before], old, LATER)).toEqual(noted);
  });

  test('notes no change of a fact that is only said in another way', () => {
    const now = [{ ...before, hours: 'Mon' }];
    const histories = noteChanges(now, noted, LATER, new Set(), new Set(['club']));

    expect(histories.get('club')?.changes).toEqual([]);
    expect(findNotes(now, histories)).toEqual([]);
  });

  test('began on the earliest day that it names, where it does not say when', () => {
    expect(findEarliest(noted)).toBeUndefined();
    expect(findEarliest(noteChanges([], noteChanges([], noted, TODAY), LATER))).toBe(TODAY);
  });
});
