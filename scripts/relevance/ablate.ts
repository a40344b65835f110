import type { Searcher } from '../../src/search/port.ts';
import { features } from '../../src/search/ranking/features.ts';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { createSearcherOf, directory, searchModels } from '../../src/wiring.ts';
import {
  type GradedFigures,
  type GradedQuery,
  grade,
  loadGradedQueries,
  toFigures,
  toLocale,
} from './grade.ts';

const SETS = [
  ['open', 'search-index/graded-queries.jsonl'],
  ['held out', 'search-index/graded-queries.held-out.jsonl'],
] as const;

/** The exam's figures with all features, then without each one in turn. */
export async function ablate(report: (line: string) => void): Promise<void> {
  const sets = SETS.flatMap(([name, path]) => {
    const queries = loadGradedQueries(path);
    return queries ? [{ name, queries }] : [];
  });
  if (sets.length === 0) report('There are no graded queries to measure with.');
  for (const { name, queries } of sets) {
    report(`${name}, ${queries.length} queries`);
    report(`  ${'without'.padEnd(24)}  first@3  precision@10  nDCG@10  never`);
    report(format('nothing', await measure(queries)));
    for (const feature of features) {
      report(format(feature.name, await measure(queries, { [feature.name]: 0 })));
    }
  }
}

async function measure(
  queries: readonly GradedQuery[],
  weights: SearcherParts['weights'] = {},
): Promise<GradedFigures> {
  const searcher = createSearcherOf(directory, searchModels(), { weights });
  const gradings = [];
  for (const query of queries) gradings.push(grade(query, await findFirstPage(query, searcher)));
  return toFigures(gradings);
}

async function findFirstPage({ query, lang }: GradedQuery, searcher: Searcher): Promise<string[]> {
  const { hits } = await searcher.search({
    q: query,
    locale: toLocale(lang),
    filters: {},
    near: '',
    literal: false,
    sort: 'relevance',
    page: 1,
    perPage: 10,
  });
  return hits.map(({ id }) => id);
}

function format(name: string, { first, precision, ndcg, never }: GradedFigures): string {
  const figures = [
    first.toFixed(3).padStart(9),
    precision.toFixed(3).padStart(14),
    ndcg.toFixed(3).padStart(9),
    String(never).padStart(7),
  ];
  return `  ${name.padEnd(24)}${figures.join('')}`;
}
