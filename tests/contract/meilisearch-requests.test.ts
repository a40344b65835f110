/**
 * Covers src/search/engines/meilisearch/engine.ts, src/search/engines/meilisearch/multi-search.ts,
 * src/search/engines/meilisearch/plan-conditions.ts, src/search/engines/meilisearch/word-postings.ts,
 * src/search/engines/meilisearch/search-client.ts, src/search/engines/meilisearch/search-key.ts,
 * src/platform/secrets/hash-text.ts.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { today } from '../../src/platform/clock.ts';
import { hashText } from '../../src/platform/secrets/hash-text.ts';
import { makeKeys } from '../../src/search/engines/meilisearch/keys.ts';
import { createSiteIndex } from '../../src/search/engines/meilisearch/site-index.ts';
import { directory } from '../../src/wiring.ts';
import { aListing } from '../support/directory/a-listing.ts';
import { enginesOn } from '../support/meilisearch/a-meilisearch-engine.ts';
import { ADMIN_KEY, aMeilisearchStub } from '../support/meilisearch/a-meilisearch-stub.ts';
import { MASTER_KEY } from '../support/meilisearch/keys.ts';
import { aRequest, aSearcher } from '../support/search/a-searcher.ts';
import { searchDefinition } from '../support/search/search-definition.ts';

/**
 * Every request that we make, against Meilisearch's reference (meilisearch.com/docs/reference/api) and its
 * OpenAPI description. Narrower than what it takes: a field more, or one of another type, is looked up
 * there first.
 */
const words = z.array(z.string().min(1));
const whole = z.int().min(0);
const none = z.undefined();

const question = z.strictObject({
  indexUid: z.string(),
  q: z.string(),
  filter: z.string().min(1).optional(),
  sort: z
    .array(z.string().regex(/^(_geoPoint\(-?[\d.]+, -?[\d.]+\)|freshness|nameOrder):asc$/))
    .optional(),
  limit: whole.max(1_000),
  facets: words.optional(),
  attributesToRetrieve: words.optional(),
  attributesToSearchOn: words.optional(),
  matchingStrategy: z.literal('frequency').optional(),
});

const settings = z.strictObject({
  displayedAttributes: words,
  searchableAttributes: words,
  filterableAttributes: z.tuple([
    z.strictObject({
      attributePatterns: words,
      features: z.strictObject({
        facetSearch: z.boolean(),
        filter: z.strictObject({ equality: z.boolean(), comparison: z.boolean() }),
      }),
    }),
    z.literal('_geo'),
  ]),
  sortableAttributes: words,
  rankingRules: words,
  stopWords: words,
  synonyms: z.record(z.string(), words),
  typoTolerance: z.strictObject({
    enabled: z.boolean(),
    minWordSizeForTypos: z.strictObject({
      oneTypo: whole.max(255),
      twoTypos: whole.max(255),
    }),
    disableOnNumbers: z.boolean(),
    disableOnAttributes: z.array(z.string()),
    disableOnWords: z.array(z.string()),
  }),
  localizedAttributes: z.array(
    z.strictObject({ attributePatterns: words, locales: z.array(z.enum(['ben', 'eng'])) }),
  ),
  pagination: z.strictObject({ maxTotalHits: whole }),
  faceting: z.strictObject({
    maxValuesPerFacet: whole,
    sortFacetValuesBy: z.record(z.string(), z.enum(['alpha', 'count'])),
  }),
  searchCutoffMs: whole,
  proximityPrecision: z.enum(['byWord', 'byAttribute']),
  prefixSearch: z.enum(['indexingTime', 'disabled']),
  facetSearch: z.boolean(),
});

const document = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,511}$/),
  version: z.string(),
  words,
  _geo: z
    .strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
    .optional(),
});

const key = z.strictObject({
  uid: z.uuidv4(),
  name: z.string(),
  description: z.string(),
  actions: words,
  indexes: words,
  expiresAt: z.null(),
});

const swap = z.strictObject({
  indexes: z.tuple([z.string(), z.string()]),
  rename: z.boolean(),
});

const reference: [method: string, path: RegExp, body: z.ZodType][] = [
  ['POST', /^\/multi-search$/, z.strictObject({ queries: z.array(question).min(1) })],
  ['GET', /^\/keys\/[0-9a-f-]{36}$/, none],
  ['POST', /^\/keys$/, key],
  ['GET', /^\/indexes$/, none],
  ['POST', /^\/indexes$/, z.strictObject({ uid: z.string(), primaryKey: z.literal('id') })],
  ['GET', /^\/indexes\/[\w-]+$/, none],
  ['PATCH', /^\/indexes\/[\w-]+$/, z.strictObject({ primaryKey: z.literal('id') })],
  ['DELETE', /^\/indexes\/[\w-]+$/, none],
  ['GET', /^\/indexes\/[\w-]+\/stats$/, none],
  ['PATCH', /^\/indexes\/[\w-]+\/settings$/, settings],
  ['POST', /^\/indexes\/[\w-]+\/documents$/, z.array(document).min(1)],
  ['POST', /^\/swap-indexes$/, z.array(swap).length(1)],
  ['GET', /^\/tasks$/, none],
  ['GET', /^\/tasks\/\d+$/, none],
];

const stub = await aMeilisearchStub();
afterAll(stub.close);
const routeOf = (asked: { method: string; path: string }) =>
  reference.findIndex(([method, path]) => method === asked.method && path.test(asked.path));

beforeAll(async () => {
  await makeKeys({ url: stub.url, masterKey: MASTER_KEY, index: 'listings', hash: hashText });
  const index = createSiteIndex({
    url: stub.url,
    key: ADMIN_KEY,
    index: 'listings',
    run: 'run',
    hash: hashText,
    definition: searchDefinition,
    indexVersion: 'test',
    today: today(),
    listings: directory.listings.slice(0, 60),
    lists: directory.lists,
    site: directory.site,
    wait: async () => undefined,
  });
  stub.fill('listings__interrupted', {}, []);
  // Once where there is no index yet, once where there is one.
  await index.rebuild(() => undefined);
  await index.rebuild(() => undefined);
  await index.check();
  const searcher = aSearcher([aListing('a'), aListing('b')], enginesOn(stub));
  const asked = ['food bank', 'somali women in bow', 'foodbank', 'একা লাগছে', '', 'xyzzy'];
  for (const q of asked) {
    await searcher.search(aRequest({ q, filters: { area: ['bow'], cost: ['free'] } }));
    await searcher.search(aRequest({ q, near: 'E1 4AA', sort: 'distance' }));
    await searcher.search(aRequest({ q, sort: 'name', page: 3 }));
  }
});

describe('what is sent to Meilisearch', () => {
  test('is of its documented routes, fields and types', () => {
    const wrong = stub.asked.flatMap(({ body, ...asked }) => {
      const schema = reference[routeOf(asked)]?.[2];
      const problem = schema ? schema.safeParse(body).error?.message : 'no such route';
      return problem ? [{ ...asked, problem }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('is tried here on every route of the reference', () => {
    const tried = new Set(stub.asked.map(routeOf));
    expect(reference.filter((_, place) => !tried.has(place))).toEqual([]);
  });

  test('never asks for more listings than an index gives', () => {
    const limits = stub.asked.flatMap(({ body }) =>
      [...JSON.stringify(body ?? {}).matchAll(/"limit":(\d+)/g)].map(([, limit]) => Number(limit)),
    );
    expect(Math.max(...limits)).toBeLessThanOrEqual(searchDefinition.settings.meilisearch.mostHits);
  });
});
