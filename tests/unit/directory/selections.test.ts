import { describe, expect, test } from 'vitest';
import {
  groupByInitial,
  listingsForNeed,
  listingsInArea,
} from '../../../src/directory/selections.ts';
import { aListing } from '../../support/a-listing.ts';

describe('selections', () => {
  test('for a need: those whose main need it is first, then by name', () => {
    const listings = [
      aListing('c', { needs: ['food'] }),
      aListing('b', { needs: ['loneliness', 'food'] }),
      aListing('a', { needs: ['food', 'loneliness'] }),
      aListing('not', { needs: ['loneliness'] }),
      aListing('paused', { needs: ['food'], status: 'paused' }),
    ];
    expect(slugs(listingsForNeed(listings, 'food'))).toEqual(['a', 'c', 'b']);
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
