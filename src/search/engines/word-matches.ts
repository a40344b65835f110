import type { SearchResult } from 'minisearch';
import type { PlannedWord } from '../plan.ts';

/** What of the plan's words a listing holds. */
export interface WordMatch {
  /** Bit i: word i is somewhere in it; in its name. */
  anywhere: number;
  inName: number;
  /** The engine's score of the text. */
  score: number;
  terms: readonly string[];
}

// A place is better known from a listing's area.
const WEIGHT = { content: 1, aside: 0.8, place: 0.1, weak: 0.5 };

/** The words to ask the index for, each with its weight. */
export function toTerms(words: readonly PlannedWord[]): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => {
    if ((terms.get(term) ?? 0) < weight) terms.set(term, weight);
  };
  for (const word of words) {
    // Nearly every listing holds the borough's name.
    if (word.role === 'borough') continue;
    const weight = WEIGHT[word.role] * (word.isWeak ? WEIGHT.weak : 1);
    for (const [term, likeness] of word.terms) add(term, likeness * weight);
    for (const half of word.halves ?? []) add(half, 0.5 * weight);
  }
  return terms;
}

/** Reads results of the index as matches of the plan's words. */
export function createMatchReader(
  words: readonly PlannedWord[],
  nameFields: ReadonlySet<string>,
): (result: SearchResult) => WordMatch {
  const bits = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    for (const term of word.terms.keys()) bits.set(term, (bits.get(term) ?? 0) | (1 << i));
  }
  const split = words.flatMap(({ halves }, i) => (halves ? [{ halves, bit: 1 << i }] : []));

  return ({ terms, match, score }) => {
    const isNamed = (term: string) => match[term]?.some((field) => nameFields.has(field)) ?? false;
    let anywhere = 0;
    let inName = 0;
    for (const term of terms) {
      const bit = bits.get(term) ?? 0;
      anywhere |= bit;
      if (bit !== 0 && (inName & bit) !== bit && isNamed(term)) inName |= bit;
    }
    for (const { halves, bit } of split) {
      if (halves.every((half) => match[half])) anywhere |= bit;
      if (halves.every(isNamed)) inName |= bit;
    }
    return { anywhere, inName, score, terms };
  };
}
