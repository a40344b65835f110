import { describe, expect, test } from 'vitest';
import type { PublicListing } from '../../../src/directory/public-listing.ts';
import { findSimilar } from '../../../src/directory/similar.ts';
import { aListing, directoryOf } from '../../support/a-listing.ts';

const here = { latitude: 51.52, longitude: -0.05 };
const near = { latitude: 51.521, longitude: -0.05 };
const far = { latitude: 51.55, longitude: -0.05 };

describe('similar listings', () => {
  test('share the main need; the one where it ranks higher comes first', () => {
    const listing = aListing('it', { needs: ['food', 'money-debt'] });
    const second = aListing('second', { needs: ['loneliness', 'food'] });
    const first = aListing('first', { needs: ['food'] });
    const other = aListing('other', { needs: ['money-debt'] });
    expect(similarTo(listing, second, first, other)).toEqual(['first', 'second']);
  });

  test('come nearest first where their needs are the same', () => {
    const listing = aListing('it', { position: here });
    const close = aListing('close', { position: near });
    const away = aListing('away', { position: far });
    const unknown = aListing('unknown');
    expect(similarTo(listing, away, unknown, close)).toEqual(['close', 'unknown', 'away']);
  });

  test('are open, of other organisations, and never the listing itself', () => {
    const listing = aListing('it', { partOf: 'hall' });
    const sibling = aListing('sibling', { partOf: 'hall' });
    const paused = aListing('paused', { status: 'paused' });
    const closed = aListing('closed', { status: 'closed' });
    expect(similarTo(listing, aListing('hall'), sibling, paused, closed)).toEqual([]);
  });

  test('that nobody can reach come after those that someone can', () => {
    const silent = aListing('silent', { website: undefined });
    expect(similarTo(aListing('it'), silent, aListing('reachable'))).toEqual([
      'reachable',
      'silent',
    ]);
  });

  test('are at most as many as asked for', () => {
    const others = ['a', 'b', 'c'].map((slug) => aListing(slug));
    expect(findSimilar(aListing('it'), directoryOf(...others), 2)).toHaveLength(2);
  });
});

function similarTo(listing: PublicListing, ...others: PublicListing[]): string[] {
  return findSimilar(listing, directoryOf(listing, ...others), 10).map(({ slug }) => slug);
}
