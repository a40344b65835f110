import { performance } from 'node:perf_hooks';
import { createSearcherOf, directory } from '../../src/wiring.ts';
import { generateListings } from './generate-listings.ts';
import { loadQueries } from './queries.ts';
import { formatPercentiles, type Row, type Section, seconds, toPercentiles } from './table.ts';

const SIZES = [directory.listings.length, 10_000, 100_000];
const P95_GOAL_MS: Record<number, number> = { 10000: 20 };

/** The engine with its planner, facets and highlights, without HTTP: each judged query, after one round to warm up. */
export async function measureSearchAtScale(): Promise<Section> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(size)));
  return { title: 'Search in the engine, generated listings beyond the real ones', rows };
}

async function measure(size: number): Promise<Row[]> {
  const listings = generateListings(directory.listings, size);
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  const searcher = createSearcherOf({ ...directory, listings });
  searcher.health();
  const built = performance.now() - started;
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed - heapBefore;

  const times: number[] = [];
  const queries = loadQueries();
  const rounds = size > 50_000 ? 1 : 3;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { query, lang } of queries) {
      const asked = performance.now();
      await searcher.search({
        ...{ q: query, locale: lang, filters: {}, near: '', literal: false },
        ...{ sort: 'relevance', page: 1, perPage: 10 },
      });
      if (round > 0) times.push(performance.now() - asked);
    }
  }
  const taken = toPercentiles(times);
  const goal = P95_GOAL_MS[size];
  const label = size.toLocaleString('en-GB');
  return [
    {
      what: `${label}: p50 / p95 / p99, ${times.length} searches`,
      figure: `${formatPercentiles(taken)} ms`,
      ...(goal ? { goal: `p95 ≤ ${goal} ms`, met: taken.p95 <= goal } : {}),
    },
    { what: `${label}: index built in, heap`, figure: `${seconds(built)}, ${toMB(heap)}` },
  ];
}

const toMB = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
