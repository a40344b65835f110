import type { Meilisearch, SearchParams } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteIndex, finish } from '../../src/search/engines/meilisearch/index-tasks.ts';
import { toMeilisearchSettings } from '../../src/search/engines/meilisearch/settings.ts';
import { aRealMeilisearch, hasMeilisearch } from '../support/meilisearch/a-real-meilisearch.ts';
import { searchDefinition } from '../support/search/search-definition.ts';

/** What the adapter takes for granted of Meilisearch and that was only read, never seen. */
const MANY = 1_200;
const common = { version: 'a.b', freshness: 0, isPlaced: false, area: ['bow'] };
const documents = [
  ...Array.from({ length: MANY }, (_, i) => ({
    ...common,
    id: `many-${i}`,
    name: `zebra ${i}`,
    nameOrder: i,
    words: ['zebra', `${i}`],
  })),
  { ...common, id: 'nowhere', name: 'lantern', nameOrder: 1, words: ['lantern'], need: ['a'] },
  {
    ...common,
    id: 'somewhere',
    name: 'lantern the',
    nameOrder: 2,
    words: ['lantern', 'ক'],
    isPlaced: true,
    _geo: { lat: 51.5, lng: -0.03 },
    need: ['b', 'a'],
  },
];

describe.skipIf(!hasMeilisearch)(
  'the Meilisearch of MEILI_URL, as the adapter relies on it',
  () => {
    const index = `conformance-facts-${Date.now().toString(36)}`;
    let client: Meilisearch;
    const ids = async (params: SearchParams, q = '') =>
      (await client.index(index).search(q, params)).hits.map(({ id }) => id);

    beforeAll(async () => {
      ({ client } = aRealMeilisearch());
      await finish('create', client.createIndex(index, { primaryKey: 'id' }));
      await finish(
        'take settings',
        client.index(index).updateSettings(toMeilisearchSettings(searchDefinition)),
      );
      await finish('take documents', client.index(index).addDocuments(documents));
    });
    afterAll(() => deleteIndex(client, index));

    test('counts every match in a facet, beyond maxTotalHits, for a limit of 0', async () => {
      const found = await client.index(index).search('', { limit: 0, facets: ['version'] });
      expect(found.hits).toEqual([]);
      expect(found.facetDistribution?.version).toEqual({ 'a.b': documents.length });
    });

    test('filters by IN over an array, and joins conditions with AND, OR and brackets', async () => {
      const filter = '(words IN ["lantern", "none"]) AND ((need = "b") OR (need = "none"))';
      expect(await ids({ filter })).toEqual(['somewhere']);
    });

    test('filters by a word in Bengali and by a truth', async () => {
      expect(await ids({ filter: 'words = "ক"' })).toEqual(['somewhere']);
      expect(await ids({ filter: '(words = "lantern") AND (isPlaced = "false")' })).toEqual([
        'nowhere',
      ]);
    });

    test('leaves what has no place out of a radius', async () => {
      const filter = '_geoRadius(51.5, -0.03, 100000)';
      expect(await ids({ filter })).toEqual(['somewhere']);
    });

    test('sorts by a distance and by a number', async () => {
      const filter = 'words = "lantern"';
      expect(await ids({ filter, sort: ['nameOrder:desc'] })).toEqual(['somewhere', 'nowhere']);
      const sort = ['_geoPoint(51.5, -0.03):asc', 'freshness:asc', 'nameOrder:asc'];
      expect((await ids({ filter, sort }))[0]).toBe('somewhere');
    });

    test('shows ids and the version, whatever is asked for', async () => {
      const { hits } = await client
        .index(index)
        .search('lantern', { limit: 1, attributesToRetrieve: ['id', 'version', 'name', 'words'] });
      expect(Object.keys(hits[0] ?? {}).toSorted()).toEqual(['id', 'version']);
    });

    test('answers a small word that is all there is without a fault', async () => {
      await expect(
        ids({ matchingStrategy: 'frequency', filter: 'words = "lantern"' }, 'the'),
      ).resolves.toBeDefined();
    });

    test('ranks the name that is all of the words before one that has more', async () => {
      const filter = 'words = "lantern"';
      const found = await ids({ filter, matchingStrategy: 'frequency' }, 'lantern');
      expect(found).toEqual(['nowhere', 'somewhere']);
    });
  },
);
