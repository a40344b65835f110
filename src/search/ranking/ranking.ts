import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { SearchDocument } from '../definition/documents.ts';
import type { FoundListing, Plan } from '../plan/plan.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { type Candidate, toCandidate } from './candidate.ts';
import { type Columns, createColumns } from './columns.ts';
import type { Feature } from './feature.ts';
import { type FeatureName, features } from './features.ts';
import { createNameFit } from './name-fit.ts';
import { inOrder } from './order.ts';
import { type RankingContext, toRankingContext } from './ranking-context.ts';
import { findRarestWord } from './rarest-word.ts';
import { createWordFields, createWordMatches, type WordMatches } from './word-matches.ts';

/**
 * The one place where listings are put in order, whichever engine found them:
 *
 *     plan ─→ ranking.forPlan ─→ engine records words, hands over listings ─→ find ─→ (filters) ─→ sort ─→ toFoundListing
 */
export interface Ranking {
  documents: readonly SearchDocument[];
  columns: Columns;
  indexOf(id: string): number | undefined;
  forPlan(plan: Plan): PlanRanker;
}

/** A plan being answered. */
export interface PlanRanker {
  context: RankingContext;
  /** For the engine to fill. */
  matches: WordMatches;
  /** Documents that an editor put first, or may have, which no word or need may lead to. */
  pinned: readonly number[];
  /**
   * Which of these documents the plan finds. Those that hold one common word are left out where the others
   * are enough, unless `tail` says what an engine has counted.
   */
  find(indexes: Iterable<number>, tail?: 'with' | 'without'): Candidate[];
  /** In the order the plan asks for. */
  sort(candidates: readonly Candidate[]): Candidate[];
  toFoundListing(candidate: Candidate): FoundListing;
}

export function createRanking({
  documents,
  settings,
  tokeniser,
  lexicon,
  weights = {},
}: {
  documents: readonly SearchDocument[];
  settings: Pick<SearchSettings, 'fields' | 'limits'>;
  tokeniser: Tokeniser;
  lexicon: Pick<Lexicon, 'frequency'>;
  /** In place of those of the table, to learn what a feature is worth. */
  weights?: Partial<Record<FeatureName, number>> | undefined;
}): Ranking {
  const columns = createColumns(documents);
  const wordFields = createWordFields(settings.fields);
  const fitName = createNameFit(documents, tokeniser, lexicon);
  const indexes = new Map(documents.map(({ id }, index) => [id, index]));
  const indexOf = (id: string) => indexes.get(id);
  const table: Feature[] = features.map((feature) => ({
    ...feature,
    weight: weights[feature.name] ?? feature.weight,
  }));

  function score(candidate: Candidate, context: RankingContext): number {
    let sum = 0;
    for (const { weight, value } of table) sum += weight * value(candidate, context);
    return sum;
  }

  return {
    documents,
    columns,
    indexOf,
    forPlan(plan) {
      const matches = createWordMatches(plan, { size: documents.length, wordFields, lexicon });
      const rarest = findRarestWord(plan.words, lexicon);
      const context = toRankingContext(plan, { matches, columns, rarest, lexicon, indexOf });
      return {
        context,
        matches,
        pinned: [
          ...context.namedDocuments,
          ...context.pinned.keys(),
          ...context.suitable,
          ...context.likelyPinned.keys(),
        ],
        find(some, tail) {
          const found: Candidate[] = [];
          for (const index of some) {
            const document = documents[index];
            const candidate = document && toCandidate(index, document, context, fitName);
            if (candidate) found.push(candidate);
          }
          return withTail(found, tail, settings.limits.tailBelow);
        },
        sort: (candidates) =>
          inOrder(candidates, context, {
            columns,
            score: (candidate) => score(candidate, context),
          }),
        toFoundListing: (candidate) => ({
          id: candidate.document.id,
          tier: candidate.tier,
          words: matches.matchedTerms(candidate.index),
          features: table
            .map(({ name, weight, value }) => ({ name, weight, value: value(candidate, context) }))
            .filter(({ value }) => value !== 0),
        }),
      };
    },
  };
}

function withTail(
  found: readonly Candidate[],
  tail: 'with' | 'without' | undefined,
  below: number,
): Candidate[] {
  if (tail === 'with') return [...found];
  const better = found.filter(({ tier }) => tier !== 'tail');
  return tail === 'without' || better.length >= below ? better : [...found];
}
