import MiniSearch from 'minisearch';
import type { SearchSettings } from '../definition.ts';
import type { SearchDocument } from '../documents.ts';
import type { Tokeniser } from '../normalise.ts';
import type { Answer, Plan, PlannedWord, SearchEngine } from '../plan.ts';
import type { WordList } from '../word-list.ts';
import { filterAndCount } from './facet-counts.ts';
import { createNameCoverage } from './name-coverage.ts';
import { inOrder } from './order.ts';
import { type Ranked, rank } from './ranking.ts';
import { toTerms, toWordMatch, type WordMatch } from './word-matches.ts';

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
  const index = new MiniSearch<{ id: number; document: SearchDocument }>({
    fields: settings.fields.map((field) => field.name),
    extractField: (entry, field) => {
      if (field === 'id') return entry.id;
      const value = entry.document[field as 'name' | 'otherNames'];
      return typeof value === 'string' ? value : value.join('\n');
    },
    tokenize: (text) => tokeniser.words(text),
    processTerm: (term) => term,
  });
  index.addAll(documents.map((document, id) => ({ id, document })));
  const weights = Object.fromEntries(settings.fields.map((field) => [field.name, field.weight]));
  const byNeed = new Map<string, number[]>();
  for (const [i, document] of documents.entries()) {
    for (const need of document.facets.need) byNeed.set(need, [...(byNeed.get(need) ?? []), i]);
  }

  const forWhom = new Map<string, number>();
  for (const who of documents.flatMap((document) => document.facets.who)) {
    forWhom.set(who, (forWhom.get(who) ?? 0) + 1);
  }

  function findWords(words: readonly PlannedWord[]): Map<number, WordMatch> {
    const terms = toTerms(words);
    if (terms.size === 0) return new Map();
    const results = index.search([...terms.keys()].join(BETWEEN_TERMS), {
      tokenize: (text) => text.split(BETWEEN_TERMS),
      boost: weights,
      boostTerm: (term) => terms.get(term) ?? 1,
    });
    return new Map(
      results.map((result) => [result.id as number, toWordMatch(result, words, nameFields)]),
    );
  }

  // The word that the fewest listings hold carries the most meaning.
  function rarest(words: readonly PlannedWord[]): number {
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, word] of words.entries()) {
      if (word.role !== 'content' || word.terms.size === 0) continue;
      let count = 0;
      for (const term of word.terms.keys()) count += list.count(term);
      if (count >= least) continue;
      least = count;
      chosen = i;
    }
    return chosen < 0 ? -1 : 1 << chosen;
  }

  const ranking = {
    documents,
    tailBelow: settings.limits.tailBelow,
    nameCoverage: createNameCoverage(documents, tokeniser, list),
    rarest,
    whoRarity: (who: string) => Math.log(1 + documents.length / (forWhom.get(who) ?? 1)) / 2,
  };

  function findAll(plan: Plan): { ranked: Ranked[]; matches: Map<number, WordMatch> } {
    if (plan.words.length === 0 && plan.needs.length === 0) {
      const ranked = documents.map((_, i): Ranked => ({ index: i, tier: 'browse', score: 0 }));
      return { ranked, matches: new Map() };
    }
    const matches = findWords(plan.words);
    const withNeed = plan.needs.flatMap((need) => byNeed.get(need) ?? []);
    return { ranked: rank(plan, matches, withNeed, ranking), matches };
  }

  return {
    name: 'embedded',
    async answer(plan): Promise<Answer> {
      const { ranked, matches } = findAll(plan);
      const { passed, facets } = filterAndCount(ranked, documents, plan.filters);
      const page = inOrder(passed, plan, documents).slice(plan.offset, plan.offset + plan.limit);
      return {
        found: page.map(({ index: i, tier }) => ({
          id: documents[i]?.id ?? '',
          tier,
          terms: matches.get(i)?.terms ?? [],
        })),
        total: passed.length,
        facets,
      };
    },
  };
}
