import { describe, expect, test } from 'vitest';
import { hasNoContact } from '../../../src/directory/contact.ts';
import { distanceMetres } from '../../../src/directory/distance.ts';
import type { PublicListing } from '../../../src/directory/public-listing.ts';
import { createSimilarFinder } from '../../../src/directory/similar.ts';
import { createRandom } from '../../support/days/a-random.ts';
import { aListing, directoryOf } from '../../support/directory/a-listing.ts';

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
    expect(createSimilarFinder(directoryOf(...others))(aListing('it'), 2)).toHaveLength(2);
  });

  test.each([1, 2, 3, 4, 5])(
    'are those a plain comparison of all pairs gives (seed %i)',
    (seed) => {
      const listings = someListings(60, createRandom(seed * 7919));
      const findSimilar = createSimilarFinder(directoryOf(...listings));

      for (const listing of listings) {
        expect(slugsOf(findSimilar(listing, 4)), listing.slug).toEqual(
          slugsOf(comparedWithAll(listing, listings).slice(0, 4)),
        );
      }
    },
  );
});

function similarTo(listing: PublicListing, ...others: PublicListing[]): string[] {
  return slugsOf(createSimilarFinder(directoryOf(listing, ...others))(listing, 10));
}

function slugsOf(listings: readonly PublicListing[]): string[] {
  return listings.map(({ slug }) => slug);
}

/** Few needs, places and organisations, so that many listings are equally alike. */
function someListings(count: number, random: (below: number) => number): PublicListing[] {
  const needs = ['food', 'loneliness', 'housing', 'money-debt'];
  return Array.from({ length: count }, (_, index) =>
    aListing(`listing-${index}`, {
      needs: needs.toSorted(() => random(3) - 1).slice(0, 1 + random(3)),
      status: random(8) === 0 ? 'paused' : 'open',
      partOf: index > 2 && random(4) === 0 ? `listing-${random(3)}` : undefined,
      position: [here, near, far, undefined][random(4)],
      website: random(5) === 0 ? undefined : 'https://example.org',
    }),
  );
}

function comparedWithAll(listing: PublicListing, all: readonly PublicListing[]): PublicListing[] {
  const organisation = (one: PublicListing) => one.partOf ?? one.slug;
  const likeness = (other: PublicListing) => {
    const { position } = listing;
    const km = position && other.position ? distanceMetres(position, other.position) / 1000 : 2;
    const shared = listing.needs
      .filter((need) => other.needs.includes(need))
      .map((need) => 1 / ((1 + listing.needs.indexOf(need)) * (1 + other.needs.indexOf(need))));
    const sum = shared.reduce((total, one) => total + one, 0);
    return sum * (1 / (1 + km)) * (hasNoContact(other) ? 0.5 : 1);
  };
  return all
    .filter((other) => other.needs.includes(listing.needs[0] ?? '') && other.status === 'open')
    .filter((other) => organisation(other) !== organisation(listing))
    .toSorted((a, b) => likeness(b) - likeness(a));
}
