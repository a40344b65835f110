import MiniSearch from 'minisearch';
import type { SearchSettings } from '../definition-schemas.ts';
import type { SearchDocument } from '../documents.ts';
import type { Tokeniser } from '../normalise.ts';
import type { Answer, Plan, PlannedWord, SearchEngine } from '../plan.ts';
import type { WordList } from '../word-list.ts';
import { createColumns } from './columns.ts';
import { filterAndCount } from './facet-counts.ts';
import { toMiniSearchOptions } from './minisearch-options.ts';
import { createNameFit } from './name-fit.ts';
import { inOrder } from './order.ts';
import { type Ranked, rank } from './ranking.ts';
import { rarestWord } from './rarest-word.ts';
import { createMatchReader, toTerms, type WordMatch } from './word-matches.ts';

/** Splits what asks the index for several words at once; no word holds it. */
const BETWEEN_TERMS = '\n';

/**
 * Search within this process: MiniSearch finds and weighs words, the rest is ours. Which words to look for
 * is the planner's business, so MiniSearch's own guessing (fuzzy, prefix) stays off.
 */
export function createEmbeddedEngine({
  documents,
  settings,
  tokeniser,
  list,
}: {
  documents: readonly SearchDocument[];
  settings: SearchSettings;
  tokeniser: Tokeniser;
  list: WordList;
}): SearchEngine {
  const nameFields = new Set(
    settings.fields.filter((field) => field.isName).map((field) => field.name as string),
  );
  const index = new MiniSearch(toMiniSearchOptions(settings, tokeniser));
  index.addAll(documents.map((document, id) => ({ id, document })));
  const columns = createColumns(documents);
  const ranking = {
    documents,
    columns,
    tailBelow: settings.limits.tailBelow,
    nameFit: createNameFit(documents, tokeniser, list),
    rarest: (words: readonly PlannedWord[]) => {
      const word = rarestWord(words, list);
      // -1: what no listing holds.
      return word ? 1 << words.indexOf(word) : -1;
    },
  };

  function findWords(words: readonly PlannedWord[]): Map<number, WordMatch> {
    const terms = toTerms(words);
    const matches = new Map<number, WordMatch>();
    if (terms.size === 0) return matches;
    const read = createMatchReader(words, nameFields);
    const results = index.search([...terms.keys()].join(BETWEEN_TERMS), {
      tokenize: (text) => text.split(BETWEEN_TERMS),
      boostTerm: (term) => terms.get(term) ?? 1,
    });
    for (const result of results) matches.set(result.id as number, read(result));
    return matches;
  }

  function findAll(plan: Plan): { ranked: Ranked[]; matches: Map<number, WordMatch> } {
    if (plan.words.length > 0 || plan.needs.length > 0) {
      const matches = findWords(plan.words);
      return { ranked: rank(plan, matches, ranking), matches };
    }
    const ranked = documents.map(
      (_, i): Ranked => ({ index: i, tier: 'browse', score: 0, need: -1 }),
    );
    return { ranked, matches: new Map() };
  }

  return {
    name: 'embedded',
    health: () => ({ engine: 'embedded', degraded: false, stale: false }),
    async answer(plan): Promise<Answer> {
      const { ranked, matches } = findAll(plan);
      const { passed, facets } = filterAndCount(ranked, plan.filters, columns);
      const sorted = inOrder(passed, plan, documents, columns);
      const found = sorted.slice(plan.offset, plan.offset + plan.limit).map((item) => ({
        id: documents[item.index]?.id ?? '',
        tier: item.tier,
        terms: matches.get(item.index)?.terms ?? [],
      }));
      return { found, total: passed.length, facets };
    },
  };
}
