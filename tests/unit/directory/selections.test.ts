import { describe, expect, test } from 'vitest';
import {
  groupByInitial,
  listingsForNeed,
  listingsInArea,
  siblingsOf,
  situationsForNeed,
  urgentSituations,
} from '../../../src/directory/selections.ts';
import { aListing, directoryOf } from '../../support/directory/a-listing.ts';
import { aSituation } from '../../support/directory/a-situation.ts';

describe('selections', () => {
  test('for a need: those that editors name come first, in their order, and not again', () => {
    const listings = [
      aListing('a', { needs: ['food'] }),
      aListing('named-second', { needs: ['food'] }),
      aListing('named-first', { needs: ['loneliness'] }),
      aListing('b', { needs: ['loneliness', 'food'] }),
      aListing('not', { needs: ['loneliness'] }),
      aListing('paused', { needs: ['food'], status: 'paused' }),
    ];
    const need = { slug: 'food', first: ['named-first', 'named-second'], offers: [] };
    const { first, others } = listingsForNeed(directoryOf(...listings), need, 'Testham');

    expect(slugs(first)).toEqual(['named-first', 'named-second']);
    expect(slugs(others)).toEqual(['a', 'b']);
  });

  test('situations for a need: those mainly about it first', () => {
    const all = [
      aSituation('also', { needs: ['housing', 'food'] }),
      aSituation('mainly', { needs: ['food'] }),
      aSituation('not', { needs: ['housing'] }),
    ];

    expect(slugs(situationsForNeed(all, 'food'))).toEqual(['mainly', 'also']);
  });

  test('siblings of a situation: same main need first, never itself, no more than asked for', () => {
    const all = [
      aSituation('shares', { needs: ['housing', 'food'] }),
      aSituation('itself', { needs: ['food'] }),
      aSituation('alike', { needs: ['food', 'benefits'] }),
      aSituation('stranger', { needs: ['transport'] }),
    ];
    const [, itself = aSituation('missing')] = all;

    expect(slugs(siblingsOf(itself, all, 5))).toEqual(['alike', 'shares']);
    expect(slugs(siblingsOf(itself, all, 1))).toEqual(['alike']);
  });

  test('urgent situations: one of each group of needs in turn, none that can wait', () => {
    const label = { en: 'x', bn: 'x', so: 'x' };
    const need = (slug: string) => ({
      slug,
      group: slug,
      label,
      intro: label,
      first: [],
      offers: [],
    });
    const groups = [
      { slug: 'money', label, needs: [need('food'), need('benefits')] },
      { slug: 'home', label, needs: [need('housing')] },
    ];
    const all = [
      aSituation('hungry', { needs: ['food'], urgency: 'today' }),
      aSituation('stopped', { needs: ['benefits'], urgency: 'today' }),
      aSituation('evicted', { needs: ['housing', 'food'], urgency: 'today' }),
      aSituation('cheaper', { needs: ['food'], urgency: 'soon' }),
    ];

    expect(slugs(urgentSituations(all, groups, 12))).toEqual(['hungry', 'evicted', 'stopped']);
    expect(slugs(urgentSituations(all, groups, 2))).toEqual(['hungry', 'evicted']);
    expect(urgentSituations([], groups, 12)).toEqual([]);
  });

  test('in an area: open ones by name', () => {
    const listings = [
      aListing('b', { area: 'bow' }),
      aListing('a', { area: 'bow' }),
      aListing('closed', { area: 'bow', status: 'closed' }),
      aListing('elsewhere', { area: 'poplar' }),
      aListing('anywhere'),
    ];
    expect(slugs(listingsInArea(listings, 'bow'))).toEqual(['a', 'b']);
  });

  test('by initial: as printed, accents aside, figures and signs last', () => {
    const names = ['éclair club', 'The Havens', '4 Estates', 'Age UK', "'Allo", 'East End'];
    const groups = groupByInitial(names.map((name) => aListing(name)));
    expect(groups.map(({ initial, listings }) => [initial, slugs(listings)])).toEqual([
      ['A', ['Age UK']],
      ['E', ['East End', 'éclair club']],
      ['T', ['The Havens']],
      ['#', ["'Allo", '4 Estates']],
    ]);
  });
});

function slugs(listings: readonly { slug: string }[]): string[] {
  return listings.map(({ slug }) => slug);
}
