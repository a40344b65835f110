import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { SearchDocument } from '../definition/documents.ts';
import type { FoundListing, Plan } from '../plan/plan.ts';
import type { WordList } from '../words/lexicon.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { type Candidate, toCandidate } from './candidate.ts';
import { type Columns, createColumns } from './columns.ts';
import type { Feature } from './feature.ts';
import { type FeatureName, features } from './features.ts';
import { createNameFit } from './name-fit.ts';
import { inOrder } from './order.ts';
import { type Asked, toAsked } from './ranking-context.ts';
import { findRarestWord } from './rarest-word.ts';
import { createWordEvidence, createWordFields, type WordEvidence } from './word-matches.ts';

/**
 * The one place where listings are put in order, whichever engine found them:
 *
 *     plan ─→ ranking.read ─→ engine notes words, hands over listings ─→ find ─→ (filters) ─→ sort ─→ show
 */
export interface Ranking {
  documents: readonly SearchDocument[];
  columns: Columns;
  indexOf(id: string): number | undefined;
  read(plan: Plan): Reading;
}

/** A plan being answered. */
export interface Reading {
  asked: Asked;
  /** For the engine to fill. */
  evidence: WordEvidence;
  /** Documents that an editor put first, or may have, which no word or need may lead to. */
  first: readonly number[];
  /**
   * Which of these documents the plan finds. Those that hold one common word are left out where the others
   * are enough, unless `tail` says what an engine has counted.
   */
  find(indexes: Iterable<number>, tail?: 'with' | 'without'): Candidate[];
  /** In the order the plan asks for. */
  sort(candidates: readonly Candidate[]): Candidate[];
  show(candidate: Candidate): FoundListing;
}

export function createRanking({
  documents,
  settings,
  tokeniser,
  list,
  weights = {},
}: {
  documents: readonly SearchDocument[];
  settings: Pick<SearchSettings, 'fields' | 'limits'>;
  tokeniser: Tokeniser;
  list: Pick<WordList, 'count'>;
  /** In place of those of the table, to learn what a feature is worth. */
  weights?: Partial<Record<FeatureName, number>> | undefined;
}): Ranking {
  const columns = createColumns(documents);
  const wordFields = createWordFields(settings.fields);
  const fitName = createNameFit(documents, tokeniser, list);
  const indexes = new Map(documents.map(({ id }, index) => [id, index]));
  const indexOf = (id: string) => indexes.get(id);
  const table: Feature[] = features.map((feature) => ({
    ...feature,
    weight: weights[feature.name] ?? feature.weight,
  }));

  function score(candidate: Candidate, asked: Asked): number {
    let sum = 0;
    for (const { weight, value } of table) sum += weight * value(candidate, asked);
    return sum;
  }

  return {
    documents,
    columns,
    indexOf,
    read(plan) {
      const evidence = createWordEvidence(plan, { size: documents.length, wordFields, list });
      const rarest = findRarestWord(plan.words, list);
      const asked = toAsked(plan, { evidence, columns, rarest, list, indexOf });
      return {
        asked,
        evidence,
        first: [...asked.named, ...asked.first.keys(), ...asked.also, ...asked.leaning.keys()],
        find(some, tail) {
          const found: Candidate[] = [];
          for (const index of some) {
            const document = documents[index];
            const candidate = document && toCandidate(index, document, asked, fitName);
            if (candidate) found.push(candidate);
          }
          return withTail(found, tail, settings.limits.tailBelow);
        },
        sort: (candidates) =>
          inOrder(candidates, asked, {
            columns,
            score: (candidate) => score(candidate, asked),
          }),
        show: (candidate) => ({
          id: candidate.document.id,
          tier: candidate.tier,
          words: evidence.wordsOf(candidate.index),
          features: table
            .map(({ name, weight, value }) => ({ name, weight, value: value(candidate, asked) }))
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
