import { afterAll, describe, expect, test } from 'vitest';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { directory } from '../../src/wiring.ts';
import { enginesOn } from '../support/meilisearch/a-meilisearch-engine.ts';
import { aMeilisearchStub } from '../support/meilisearch/a-meilisearch-stub.ts';
import { aRequest, aSearcher, idsOf } from '../support/search/a-searcher.ts';
import { anEngine, aPlan, someWords } from '../support/search/an-engine.ts';

/** An index that holds many more listings than one list may: made so by a short list. */
const MOST = 60;
const stub = await aMeilisearchStub();
afterAll(stub.close);
const createEngine: SearcherParts['createEngine'] = ({ settings, ...parts }) => {
  const meilisearch = { ...settings.meilisearch, mostHits: MOST };
  return enginesOnStub({ ...parts, settings: { ...settings, meilisearch } });
};
const enginesOnStub = enginesOn(stub);

describe('an index too large to be ranked whole', () => {
  const large = aSearcher(directory.listings, createEngine);
  const whole = aSearcher(directory.listings);

  test.each([['food bank'], ['toynbee hall'], ['womens group bow'], ['একা লাগছে'], ['help']])(
    'counts %j as the embedded engine does, and shows what that also found',
    async (q) => {
      const request = aRequest({ q, filters: { cost: ['free', 'unknown'] } });
      const response = await large.search(request);
      const expected = await whole.search(request);
      expect(response.total).toBe(expected.total);
      expect(response.facets).toEqual(expected.facets);
      expect(response.hits.length).toBe(expected.hits.length);
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, i) => whole.search({ ...request, page: i + 1, perPage: 50 })),
      );
      expect(all.flatMap(idsOf)).toEqual(expect.arrayContaining(idsOf(response)));
    },
  );

  test('has the listing asked for by name first', async () => {
    const [hit] = (await large.search(aRequest({ q: 'toynbee hall' }))).hits;
    expect(hit).toMatchObject({ id: 'toynbee-hall', why: { by: 'name' } });
  });

  test('has those that an editor put first', async () => {
    const slugs = ['tower-hamlets-law-centre', 'shelter-housing-advice', 'toynbee-hall'].filter(
      (slug) => directory.findListing(slug),
    );
    const pinned = slugs.map((listing) => ({ listing, situation: 'told-to-leave' }));
    const plan = {
      needs: ['housing'],
      needsAreCertain: true,
      pinned,
      words: someWords('leave home'),
    };
    const { found } = await anEngine(directory.listings, createEngine).answer(aPlan(plan));
    expect(slugs.length).toBeGreaterThan(0);
    expect(found.slice(0, slugs.length).map(({ id }) => id)).toEqual(slugs);
  });

  test('pages by name and by distance go on to the end', async () => {
    for (const parts of [
      { sort: 'name' as const },
      { near: 'E1 4AA', sort: 'distance' as const },
    ]) {
      for (const page of [1, 3, 6]) {
        const request = aRequest({ ...parts, page });
        expect(idsOf(await large.search(request))).toEqual(idsOf(await whole.search(request)));
      }
    }
  });
});
