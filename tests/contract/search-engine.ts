import { describe, expect, test } from 'vitest';
import { distanceMetres } from '../../src/directory/distance.ts';
import { isOpenAt } from '../../src/directory/timetable/session-times.ts';
import { facetNames } from '../../src/search/port.ts';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { aListing } from '../support/directory/a-listing.ts';
import { aRequest, aSearcher, idsOf } from '../support/search/a-searcher.ts';
import { countBy, passes, someFilters, someListings } from '../support/search/counted-by-hand.ts';
import { describePlans } from './search-engine-plans.ts';
import { describeFinding } from './search-engine-words.ts';

const STEPNEY = { latitude: 51.5215, longitude: -0.046 };
const north = (metres: number) => ({ ...STEPNEY, latitude: STEPNEY.latitude + metres / 111_195 });

/** What every engine must do alike, asked through the planner as pages do. */
export function describeSearchEngine(
  name: string,
  createEngine: SearcherParts['createEngine'],
): void {
  const listings = [
    aListing('bow-larder', { needs: ['food'], area: 'bow', cost: 'free', audiences: ['women'] }),
    aListing('poplar-kitchen', { needs: ['food', 'loneliness'], area: 'poplar', cost: 'low-cost' }),
    aListing('bow-choir', {
      needs: ['arts-culture'],
      area: 'bow',
      cost: 'free',
      access: ['drop-in'],
    }),
    aListing('paused-pantry', { status: 'paused' }),
    aListing('closed-pantry', { status: 'closed' }),
  ];
  const searcher = aSearcher(listings, createEngine);
  const search = (parts: Parameters<typeof aRequest>[0]) => searcher.search(aRequest(parts));

  describe(`${name}: browsing`, () => {
    test('without words lists every open listing by name', async () => {
      const response = await search({});
      expect(idsOf(response)).toEqual(['bow-choir', 'bow-larder', 'poplar-kitchen']);
      expect(response.hits.every((hit) => hit.why.by === 'browse')).toBe(true);
    });

    test('filters within a facet by any value, between facets by all', async () => {
      const either = await search({ filters: { area: ['bow', 'poplar'] } });
      expect(either.total).toBe(3);
      const both = await search({ filters: { area: ['bow'], need: ['food'] } });
      expect(idsOf(both)).toEqual(['bow-larder']);
    });

    test('finds nothing for a value that does not exist, and says so without a fault', async () => {
      const response = await search({ filters: { area: ['atlantis'] } });
      expect(response).toMatchObject({ hits: [], total: 0 });
      expect(response.facets.area).toEqual({ bow: 2, poplar: 1 });
    });

    test.each(['Bow', 'bow" OR area = "poplar', 'bow\\\\', ' bow', 'b'.repeat(600)])(
      'takes a value as it is written: %j is no area',
      async (area) => {
        expect(await search({ filters: { area: [area] } })).toMatchObject({ hits: [], total: 0 });
      },
    );

    test('counts each facet as if it were not ticked itself', async () => {
      const { facets } = await search({ filters: { area: ['bow'], cost: ['low-cost'] } });
      expect(facets.area).toEqual({ poplar: 1 });
      expect(facets.cost).toEqual({ free: 2 });
      expect(facets.need).toEqual({});
    });

    test('agrees with counting by hand, for any filters', async () => {
      const many = someListings(60);
      const other = aSearcher(many, createEngine);
      for (const filters of someFilters()) {
        const response = await other.search(aRequest({ filters, perPage: 50 }));
        const expected = many.filter((listing) => passes(listing, filters));
        expect(response.total).toBe(expected.length);
        for (const facet of facetNames) {
          const { [facet]: _, ...others } = filters;
          const counted = countBy(
            many.filter((listing) => passes(listing, others)),
            facet,
          );
          expect(response.facets[facet]).toEqual(counted);
        }
      }
    });

    test.each(['09:30', '10:30', '18:00'])(
      'finds what is open at %s and nothing else, and counts that alone',
      async (time) => {
        const many = someListings(60);
        const now = { date: '2026-12-01', time };
        const open = many.filter(({ sessions }) => isOpenAt(sessions, now));
        const other = aSearcher(many, createEngine, now);

        const all = await other.search(aRequest({ openNow: true, perPage: 50 }));
        expect(idsOf(all).toSorted()).toEqual(open.map(({ slug }) => slug).toSorted());
        expect(open.length).toBeGreaterThan(0);
        expect(open.length).toBeLessThan(60);
        for (const facet of facetNames) expect(all.facets[facet]).toEqual(countBy(open, facet));

        const filters = { area: ['bow'] };
        const some = await other.search(aRequest({ openNow: true, filters, q: 'listing' }));
        const expected = open.filter((listing) => passes(listing, filters));
        expect(some.total).toBe(expected.length);
        expect(some.facets.area).toEqual(countBy(open, 'area'));
      },
    );

    test('cuts pages without gaps or repeats; past the end is empty, with the right total', async () => {
      const other = aSearcher(someListings(35), createEngine);
      const pages = await Promise.all([1, 2, 3, 4].map((page) => other.search(aRequest({ page }))));
      expect(new Set(pages.flatMap(idsOf)).size).toBe(35);
      expect(pages.map((page) => page.hits.length)).toEqual([10, 10, 10, 5]);
      const past = await other.search(aRequest({ page: 9_999 }));
      expect(past).toMatchObject({ hits: [], total: 35, page: 9_999 });
    });
  });

  describe(`${name}: pages of a search`, () => {
    test.each(['food bank', 'food and housing', 'listing'])(
      'of %j fit together, and hold as many listings as were counted',
      async (q) => {
        const other = aSearcher(someListings(45), createEngine);
        const pages = await Promise.all(
          [1, 2, 3, 4, 5].map((page) => other.search(aRequest({ q, page }))),
        );
        const ids = pages.flatMap(idsOf);
        expect(new Set(ids).size).toBe(ids.length);
        expect(pages.map(({ total }) => total)).toEqual(Array(5).fill(ids.length));
        expect(ids.length).toBeGreaterThan(10);
      },
    );
  });

  describe(`${name}: distance`, () => {
    const near = 'E1 4AA';
    const placed = aSearcher(
      [
        aListing('far', { position: north(900) }),
        aListing('nowhere'),
        aListing('next-door', { position: north(10) }),
        aListing('middle', { position: north(400) }),
      ],
      createEngine,
    );

    test('puts the nearest first and what has no place last', async () => {
      const response = await placed.search(aRequest({ near, sort: 'distance' }));
      const measured = response.hits.map((hit) => hit.distanceMetres ?? Number.POSITIVE_INFINITY);
      expect(measured).toEqual([...measured].sort((a, b) => a - b));
      expect(idsOf(response).at(-1)).toBe('nowhere');
    });

    test('is measured from the postcode that was typed', async () => {
      const response = await placed.search(aRequest({ near }));
      const found = response.understood.near;
      if (found?.state !== 'found') throw new Error(`${near} is not in the data`);
      const hit = response.hits.find(({ id }) => id === 'far');
      expect(hit?.distanceMetres).toBe(distanceMetres(found.position, north(900)));
    });

    test('falls back to the usual order where no place is known', async () => {
      const response = await placed.search(aRequest({ near: 'nonsense', sort: 'distance' }));
      expect(idsOf(response)).toEqual(['far', 'middle', 'next-door', 'nowhere']);
      expect(response.understood.near).toEqual({ state: 'not-a-postcode' });
    });
  });

  describeFinding(name, createEngine);
  describePlans(name, createEngine);
}
