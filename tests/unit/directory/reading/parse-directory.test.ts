/**
 * Covers src/directory/reading/content-problem.ts, src/directory/reading/content-reader.ts,
 * src/directory/reading/parse-listings.ts, src/directory/reading/parse-situations.ts,
 * src/directory/reading/read-lists.ts, src/directory/situation.ts.
 */
import { describe, expect, test } from 'vitest';
import {
  contentFolder,
  listingFields,
  parseFolder,
  problemsOf,
} from '../../../support/directory/content.ts';

describe('reading content/', () => {
  test('gives listings by name, with ward and position of a postcode we know', () => {
    const parsed = parseFolder({
      'organisations/zebra.yaml': listingFields({ name: 'Zebra', postcode: 'E14 2DN' }),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { directory } = parsed;
    expect(directory.listings.map(({ name }) => name)).toEqual(['Bow Lunch Club', 'Zebra']);
    expect(directory.findListing('zebra')).toMatchObject({
      ward: 'Poplar',
      position: { latitude: 51.50854, longitude: 0 },
    });
    expect(directory.findListing('unicorn')).toBeUndefined();
    expect(directory.contentHash).toBe(contentFolder().hash);
  });

  test('gives needs in the order of their groups', () => {
    const parsed = parseFolder({});
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { needGroups, needs } = parsed.directory.lists;
    expect(needGroups.map((group) => group.needs.map(({ slug }) => slug))).toEqual([
      ['food'],
      ['loneliness'],
    ]);
    expect(needs.map(({ slug }) => slug)).toEqual(['food', 'loneliness']);
  });

  test('lists all problems of all files at once', () => {
    expect(
      problemsOf({
        'organisations/bow-lunch-club.yaml': listingFields({ cost: 'fre', postcode: 'E3' }),
        'organisations/second.yaml': listingFields({ name: 'Second', kind: undefined, phone: 5 }),
        'site.yaml': undefined,
      }),
    ).toEqual([
      "organisations/bow-lunch-club.yaml, cost: found 'fre'; allowed: free, unknown; did you mean 'free'?",
      "organisations/bow-lunch-club.yaml, postcode: found 'E3', which is not a whole UK postcode such as 'E1 4AA'.",
      'organisations/second.yaml, kind: this field is missing. Every file of this kind needs it.',
      'organisations/second.yaml, phone: found 5 without quotation marks, which is not read as text. Write "5".',
      'site.yaml: this file is missing. The site cannot do without it.',
    ]);
  });

  test('names the line of a problem', () => {
    const parsed = parseFolder({
      'organisations/bow-lunch-club.yaml': 'name: Bow\nkind: charity\nneeds:\n  - food\n  - fod\n',
    });
    expect(parsed.ok ? [] : parsed.problems).toContainEqual({
      file: 'organisations/bow-lunch-club.yaml',
      line: 5,
      field: 'needs, number 2',
      message: "found 'fod'; allowed: food, loneliness; did you mean 'food'?",
    });
  });

  test('does not blame listings for a list that cannot be read', () => {
    expect(problemsOf({ 'lists/areas.yaml': '- slug: bow\n' })).toEqual([
      'lists/areas.yaml, label, number 1: this field is missing. Every file of this kind needs it.',
    ]);
  });
});
