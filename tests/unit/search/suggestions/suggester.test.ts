/**
 * Covers src/search/suggestions/situation-suggestions.ts, src/search/suggestions/name-order.ts,
 * src/search/suggestions/about-search.ts, src/search/words/prefix-index.ts.
 */
import { describe, expect, test } from 'vitest';
import type { Situation } from '../../../../src/directory/situation.ts';
import { createSuggester } from '../../../../src/search/suggestions/suggester.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const label = (en: string) => ({ en, bn: `${en} bn`, so: `${en} so` });

const suggester = createSuggester({
  listings: [
    aListing('age-uk', { name: 'Age UK East London' }),
    aListing('bow-foodbank', { name: 'Bow Foodbank' }),
    aListing('cable-street', { name: 'Cable Street Gardens' }),
    aListing('citizens-advice', { name: 'Citizens Advice', otherNames: ['CAB'] }),
    aListing('foodcycle-bow', { name: 'FoodCycle Bow' }),
    aListing('st-hildas', { name: "St Hilda's East", otherNames: ['The Hilda Centre'] }),
    aListing('bow-old', { name: 'Bow Old Hall', status: 'closed' }),
  ],
  situations: [
    aSituation('told-to-leave', 'I have been told to leave my home'),
    aSituation('no-food', 'I have no food today'),
    { ...aSituation('assaulted', 'I was assaulted'), private: true },
  ],
  needs: [{ slug: 'food', label: { en: 'Food', bn: 'খাবার', so: 'Cunto' } }],
  definition: {
    normalise: { remove: [], apostrophes: ['0027', '2019'], zeros: [] },
    stopWords: new Set(['the', 'for', 'i']),
    aboutSearch: ['phone number', 'phone number for', 'address', 'where is'],
    everyday: new Map([['food', { phrases: ['foodbank', 'hungry', 'খাবার নাই'], avoid: [] }]]),
    situations: new Map([
      [
        'told-to-leave',
        { phrases: ['eviction', 'landlord wants me out'], avoid: [], onlyWith: [] },
      ],
      ['assaulted', { phrases: ['driver hurt me', 'cabin'], avoid: [], onlyWith: [] }],
      ['no-food', { phrases: ['nothing to eat', 'ঘরে খাবার নাই'], avoid: [], onlyWith: [] }],
    ]),
  },
});

describe('services by what is typed of a name', () => {
  test('come first where the name begins so, before names that hold the words', () => {
    expect(namesFor('foo')).toEqual(['FoodCycle Bow', 'Bow Foodbank']);
    expect(namesFor('bow f')).toEqual(['Bow Foodbank', 'FoodCycle Bow']);
  });

  test('are found by another name, which goes before a longer one that begins so', () => {
    expect(suggester.listings('cab')[0]).toMatchObject({
      listing: { slug: 'citizens-advice' },
      otherName: 'CAB',
    });
    expect(suggester.listings('hilda')).toMatchObject([{ otherName: undefined }]);
    expect(namesFor('cab')).toEqual(['Citizens Advice', 'Cable Street Gardens']);
    expect(namesFor('st hildas')).toEqual(["St Hilda's East"]);
  });

  test.each([
    'citizens advice phone number',
    'citizens advice phone num',
    'phone number for the citizens advice',
    'where is citizens advice',
  ])('are found in %j', (typed) => {
    expect(namesFor(typed)).toEqual(['Citizens Advice']);
  });

  test('are none where nothing is left but words about the search', () => {
    expect(namesFor('phone number')).toEqual([]);
  });

  test('are none that are closed', () => {
    expect(namesFor('bow old')).toEqual([]);
  });
});

describe('situations by what is typed', () => {
  test.each([
    ['told to le', 'told-to-leave'],
    ['evic', 'told-to-leave'],
    ['landlord out', 'told-to-leave'],
    ['ঘরে খাব', 'no-food'],
  ])('%j is %s', (typed, slug) => {
    expect(suggester.situations(typed).map((situation) => situation.slug)).toEqual([slug]);
  });

  test('come the most urgent first where all are alike, none for two letters', () => {
    expect(suggester.situations('I have').map(({ slug }) => slug)).toEqual([
      'told-to-leave',
      'no-food',
    ]);
    expect(suggester.situations('ha')).toEqual([]);
    expect(suggester.situations('for the')).toEqual([]);
    expect(suggester.situations('')).toEqual([]);
  });
});

test('a situation that others must not see asks for more of its words', () => {
  expect(suggester.situations('driver')).toEqual([]);
  expect(suggester.situations('driver hurt')).toMatchObject([{ slug: 'assaulted' }]);
  expect(suggester.situations('cab')).toEqual([]);
  expect(suggester.situations('assau')).toMatchObject([{ slug: 'assaulted' }]);
});

test.each([
  ['food', false],
  ['hung', false],
  ['foodbank phone number', false],
  ['খাবার', false],
  ['food near the mosque', true],
])('whether %j says more than the need: %j', (typed, more) => {
  expect(suggester.saysMore(typed, 'food')).toBe(more);
});

function aSituation(slug: string, title: string): Situation {
  return {
    slug,
    title: label(title),
    lead: label(''),
    needs: ['food'],
    urgency: 'now',
    first: [],
    also: [],
  };
}

function namesFor(typed: string) {
  return suggester.listings(typed).map(({ listing }) => listing.name);
}
