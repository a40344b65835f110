import type { Meilisearch, SearchParams } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteIndex, finish } from '../../src/search/engines/meilisearch/index-tasks.ts';
import { toMeilisearchSettings } from '../../src/search/engines/meilisearch/settings.ts';
import { aRealMeilisearch, hasMeilisearch } from '../support/meilisearch/a-real-meilisearch.ts';
import { searchDefinition } from '../support/search/search-definition.ts';

/**
 * What was read of Meilisearch and doubted, each under its name. The adapter is made so that it relies on
 * none of them but the order and the places; a failure here says what to write into the decision.
 */
const ZWNJ = '\u200c';
const blank = { version: 'a.b', freshness: 0, isPlaced: false, words: ['x'] };
const documents = [
  { ...blank, id: 'stage', name: 'lantern theatre', nameOrder: 3, need: ['a'] },
  { ...blank, id: 'plain', name: 'lantern', nameOrder: 1, freshness: 2, need: ['a', 'b'] },
  { ...blank, id: 'first', name: 'lantern yard', nameOrder: 2, need: ['b'] },
  { ...blank, id: 'jobless', name: 'unemployed', nameOrder: 4 },
  { ...blank, id: 'mixed', name: 'আশা hope', nameOrder: 5 },
  { ...blank, id: 'joined', name: `কল${ZWNJ}খগ`, nameOrder: 6 },
  ...[51.5, 51.6].map((lat, i) => ({
    ...blank,
    id: `placed-${i}`,
    name: 'harbour',
    nameOrder: 8 - i,
    isPlaced: true,
    _geo: { lat, lng: -0.03 },
  })),
  { ...blank, id: 'placeless', name: 'harbour', nameOrder: 0 },
];

describe.skipIf(!hasMeilisearch)('the Meilisearch of MEILI_URL, where we were in doubt', () => {
  const index = `conformance-doubts-${Date.now().toString(36)}`;
  let client: Meilisearch;
  const ids = async (q: string, params: SearchParams = {}) =>
    (await client.index(index).search(q, params)).hits.map(({ id }) => id);

  beforeAll(async () => {
    ({ client } = aRealMeilisearch());
    await finish('create', client.createIndex(index, { primaryKey: 'id' }));
    const settings = toMeilisearchSettings(searchDefinition);
    const synonyms = { 'out of work': ['unemployed'] };
    await finish(
      'take settings',
      client.index(index).updateSettings({ ...settings, synonyms, stopWords: ['of', 'the'] }),
    );
    await finish('take documents', client.index(index).addDocuments(documents));
  });
  afterAll(() => deleteIndex(client, index));

  test('⚠ a federated search with a limit of 0 counts each listing of the union once', async () => {
    const found = await client.multiSearch({
      federation: { limit: 0, facetsByIndex: { [index]: ['version'] } },
      queries: ['a', 'b'].map((need) => ({ indexUid: index, q: '', filter: `need = "${need}"` })),
    });
    expect(found.hits).toEqual([]);
    expect(found.facetsByIndex?.[index]?.distribution?.version).toEqual({ 'a.b': 3 });
  });

  test('⚠ a synonym with a small word inside never speaks up', async () => {
    expect(await ids('out of work')).not.toContain('jobless');
  });

  test('⚠ a small word at the end is the beginning of another word', async () => {
    expect(await ids('lantern the', { matchingStrategy: 'all' })).toEqual(['stage']);
  });

  test('⚠ what has no place is in no radius, and last by distance', async () => {
    expect(await ids('harbour', { filter: '_geoRadius(51.5, -0.03, 100000)' })).not.toContain(
      'placeless',
    );
    const sort = ['_geoPoint(51.6, -0.03):asc'];
    expect(await ids('harbour', { sort })).toEqual(['placed-1', 'placed-0', 'placeless']);
  });

  test('⚠ an order that is asked for comes before words', async () => {
    const found = await ids('lantern', { sort: ['freshness:asc', 'nameOrder:asc'] });
    expect(found).toEqual(['first', 'stage', 'plain']);
  });

  test('⚠ an attribute with a language of its own is read in others too', async () => {
    expect(await ids('আশা')).toEqual(['mixed']);
    expect(await ids('hope')).toEqual(['mixed']);
  });

  test('⚠ a joiner splits a word in Bengali, so that ours go in without', async () => {
    expect(await ids('খগ')).toEqual(['joined']);
  });

  test('⚠ a search that is cut off still finds and counts all that fits', async () => {
    await finish('be hasty', client.index(index).updateSettings({ searchCutoffMs: 1 }));
    const found = await client.index(index).search('lantern', { facets: ['version'] });
    expect(found.facetDistribution?.version).toEqual({ 'a.b': 3 });
  });
});
