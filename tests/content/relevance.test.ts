import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Searcher } from '../../src/search/port.ts';
import { createSearcherOf, directory, searcher, searchModels } from '../../src/wiring.ts';
import {
  byClass,
  type Judgement,
  judge,
  loadJudgedQueries,
  summarise,
} from '../support/search/relevance.ts';
import { searchDefinition, tokeniser } from '../support/search/search-definition.ts';

/**
 * How well residents' own words find what a navigator would offer. Words and rules are grown on the seen
 * queries; of the held-out ones nobody looks at more than the figures.
 */
let seen: Judgement[] = [];
let heldOut: Judgement[] = [];

beforeAll(async () => {
  // A server that has just been started may be too slow for its first answer.
  await vi.waitFor(requireConfigured, { interval: 1_000, timeout: 30_000 });
  seen = await judgeAll('search-index/judged-queries.jsonl');
  heldOut = await judgeAll('search-index/judged-queries.held-out.jsonl');
  report();
  if (searcher.health().engine === 'meilisearch') await compare();
}, 300_000);

describe('the queries words are grown on', () => {
  test('nearly always show something right among the first three', () => {
    expect(summarise(seen).success).toBeGreaterThanOrEqual(0.95);
  });

  // Judged by need alone: a page that ends after what suits a situation holds fewer for its need. How good
  // what it shows is, the graded searches say.
  test('show what is for the need first (nDCG@10)', () => {
    expect(summarise(seen).ndcg).toBeGreaterThanOrEqual(0.8);
  });

  test('find something, whatever was typed, if the directory has it', () => {
    const empty = seen.filter(({ total, query }) => total === 0 && !query.noRelevant);
    expect(empty.map(({ query }) => query.query)).toEqual([]);
  });

  test('put the one listing that was meant first, in at least 40 of them', () => {
    // What nobody can reach stands last, unless its name was typed.
    const meant = seen.filter(
      ({ firstIsRight, query }) => firstIsRight !== undefined && canBeReached(query.first),
    );
    expect(meant.length).toBeGreaterThanOrEqual(40);
    expect(meant.every(({ query }) => query.because)).toBe(true);
    const right = meant.filter(({ firstIsRight }) => firstIsRight);
    expect(right.length / meant.length).toBeGreaterThanOrEqual(0.85);
  });

  test('never take "dental" for "mental"', () => {
    const dental = seen.find(({ query }) => query.query === 'dental');
    expect(dental?.understood).not.toContain('mental-wellbeing');
    const mental = directory.listings.filter(({ needs }) => needs[0] === 'mental-wellbeing');
    expect(mental.filter(({ slug }) => dental?.found.includes(slug))).toEqual([]);
  });
});

describe('the queries that nobody looked at', () => {
  test('find something right among the first three as well', () => {
    expect(summarise(heldOut).success).toBeGreaterThanOrEqual(0.9);
  });

  test('do so too where the vocabulary does not have them word for word', () => {
    expect(summarise(heldOut.filter(isNew)).success).toBeGreaterThanOrEqual(0.9);
  });

  test('all find something', () => {
    expect(heldOut.filter(({ total, query }) => total === 0 && !query.noRelevant).length).toBe(0);
  });
});

test('the engine that is configured gave the answers', () => {
  expect(searcher.health().degraded).toBe(false);
});

test('no kind of query is left behind', () => {
  const weak = [...byClass([...seen, ...heldOut])].filter(
    ([, some]) => summarise(some).success < 0.8,
  );
  expect(weak.map(([name]) => name)).toEqual([]);
});

function canBeReached(slug: string | undefined): boolean {
  const listing = directory.findListing(slug ?? '');
  return [listing?.phone, listing?.email, listing?.address, listing?.website].some(Boolean);
}

const phrases = new Set(
  [...searchDefinition.everyday.values()]
    .flatMap((need) => need.phrases)
    .map((phrase) => tokeniser.words(phrase).join(' ')),
);

function isNew({ query }: Judgement): boolean {
  return !phrases.has(tokeniser.words(query.query).join(' '));
}

async function requireConfigured(): Promise<void> {
  const [query] = loadJudgedQueries('search-index/judged-queries.jsonl');
  if (query) await judge(query, searcher, directory.listings);
  expect(searcher.health().degraded).toBe(false);
}

async function judgeAll(path: string, by: Searcher = searcher): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const query of loadJudgedQueries(path)) {
    judgements.push(await judge(query, by, directory.listings));
  }
  return judgements;
}

/** Where a search server answers, what the embedded engine makes of the same queries. */
async function compare(): Promise<void> {
  const embedded = await judgeAll(
    'search-index/judged-queries.jsonl',
    createSearcherOf(directory, searchModels()),
  );
  const first = seen.filter(({ found }, i) => found[0] === embedded[i]?.found[0]).length;
  const totals = seen.filter(({ total }, i) => total !== embedded[i]?.total).length;
  const { success, ndcg } = summarise(embedded);
  console.log(
    `  the embedded engine, seen: ${success.toFixed(3)} ${ndcg.toFixed(3)}; the same first: ${first}; another total: ${totals}`,
  );
}

function report(): void {
  const line = (name: string, some: readonly Judgement[]) => {
    const { queries, success, ndcg } = summarise(some);
    return `  ${name.padEnd(12)}${String(queries).padStart(5)}${success.toFixed(3).padStart(11)}${ndcg.toFixed(3).padStart(9)}`;
  };
  const lines = ['  queries            success@3  nDCG@10', line('seen', seen)];
  for (const [name, some] of byClass(seen)) lines.push(line(`  ${name}`, some));
  lines.push(line('held out', heldOut));
  for (const [name, some] of byClass(heldOut)) lines.push(line(`  ${name}`, some));
  lines.push(line('  new words', heldOut.filter(isNew)));
  const misses = seen.filter(({ succeeds, firstIsRight }) => !succeeds || firstIsRight === false);
  lines.push('  missed among the seen:');
  for (const { query, found } of misses) {
    lines.push(
      `    ${query.class}: "${query.query}" found ${found.slice(0, 3).join(', ') || 'nothing'}`,
    );
  }
  console.log(lines.join('\n'));
}
