import { performance } from 'node:perf_hooks';
import { toLondon } from '../../src/i18n/london.ts';
import { formatNumber } from '../../src/i18n/numbers.ts';
import { commonWords, englishWords } from '../../src/platform/files/english-words.ts';
import type { Searcher, SearchRequest } from '../../src/search/port.ts';
import { createSearcher, type SearcherParts } from '../../src/search/searcher.ts';
import { createSearcherOf, directory, learnSearchModelsOf, today } from '../../src/wiring.ts';
import {
  aRealMeilisearch,
  hasMeilisearch,
} from '../../tests/support/meilisearch/a-real-meilisearch.ts';
import { searchDefinition } from '../../tests/support/search/search-definition.ts';
import { generateListings } from './generate-listings.ts';
import { loadQueries } from './queries.ts';
import { formatPercentiles, type Row, type Section, seconds, toPercentiles } from './table.ts';

const SIZES = [directory.listings.length, 10_000, 100_000];
const P95_GOAL_MS: Record<number, number> = { 10000: 20 };

/**
 * The engine with its planner, facets and highlights: each judged query, after one round to warm up. With
 * MEILI_URL that server, on an index of its own; without it the engine within the site. Neither over HTTP
 * to a visitor.
 */
export async function measureSearchAtScale(): Promise<Section> {
  const server = hasMeilisearch ? aRealMeilisearch() : undefined;
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(size, server?.createEngine)));
  await server?.close();
  const engine = server ? 'the Meilisearch of MEILI_URL' : 'the engine within the site';
  return { title: `Search in ${engine}, generated listings beyond the real ones`, rows };
}

async function measure(
  size: number,
  createEngine: SearcherParts['createEngine'] | undefined,
): Promise<Row[]> {
  const listings = generateListings(directory.listings, size);
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  const content = { ...directory, listings };
  const searcher = createEngine
    ? createSearcher({
        ...content,
        createEngine,
        definition: searchDefinition,
        models: learnSearchModelsOf(content),
        indexVersion: 'bench',
        englishWords,
        commonWords,
        today: today(),
        now: () => toLondon(Date.now()),
        clock: () => performance.now(),
      })
    : createSearcherOf(content, learnSearchModelsOf(content));
  // On a server the index is made before the first answer.
  await search(searcher, '', 'en');
  const built = performance.now() - started;
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed - heapBefore;

  const times: number[] = [];
  const queries = loadQueries();
  const rounds = size > 50_000 ? 1 : 3;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { query, lang } of queries) {
      const asked = performance.now();
      await search(searcher, query, lang);
      if (round > 0) times.push(performance.now() - asked);
    }
  }
  const taken = toPercentiles(times);
  const goal = P95_GOAL_MS[size];
  const label = formatNumber(size, 'en');
  return [
    {
      what: `${label}: p50 / p95 / p99, ${times.length} searches`,
      figure: `${formatPercentiles(taken)} ms`,
      ...(goal ? { goal: `p95 ≤ ${goal} ms`, met: taken.p95 <= goal } : {}),
    },
    { what: `${label}: index built in, heap`, figure: `${seconds(built)}, ${toMB(heap)}` },
  ];
}

function search(searcher: Searcher, q: string, locale: SearchRequest['locale']) {
  return searcher.search({
    q,
    locale,
    filters: {},
    near: '',
    literal: false,
    sort: 'relevance',
    page: 1,
    perPage: 10,
  });
}

const toMB = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
