import type { SearchResult } from 'minisearch';
import type { PlannedWord } from '../plan.ts';

// A place is better known from a listing's area; "near me" says nothing of it.
const WEIGHT = { content: 1, aside: 0.8, place: 0.3, borough: 0.1, weak: 0.5 };

/** What of the plan's words a listing holds. */
export interface WordMatch {
  /** Bit i: word i is somewhere in it; in its name. */
  anywhere: number;
  inName: number;
  /** The engine's score of the text. */
  score: number;
  terms: string[];
}

/** The words to ask the index for, each with its weight. */
export function toTerms(words: readonly PlannedWord[]): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => {
    if ((terms.get(term) ?? 0) < weight) terms.set(term, weight);
  };
  for (const word of words) {
    const weight = WEIGHT[word.role] * (word.isWeak ? WEIGHT.weak : 1);
    for (const [term, likeness] of word.terms) add(term, likeness * weight);
    for (const half of word.halves ?? []) add(half, 0.5 * weight);
  }
  return terms;
}

export function toWordMatch(
  result: SearchResult,
  words: readonly PlannedWord[],
  nameFields: ReadonlySet<string>,
): WordMatch {
  const found = new Set(result.terms);
  const named = new Set(
    result.terms.filter((term) => result.match[term]?.some((field) => nameFields.has(field))),
  );
  return {
    anywhere: bits(words, found),
    inName: bits(words, named),
    score: result.score,
    terms: result.terms,
  };
}

function bits(words: readonly PlannedWord[], terms: ReadonlySet<string>): number {
  let mask = 0;
  for (const [i, word] of words.entries()) {
    if (holds(word, terms)) mask |= 1 << i;
  }
  return mask;
}

function holds(word: PlannedWord, terms: ReadonlySet<string>): boolean {
  if (word.halves?.every((half) => terms.has(half))) return true;
  // The smaller of the two is walked: a prefix may stand for dozens of terms.
  if (terms.size < word.terms.size) {
    for (const term of terms) if (word.terms.has(term)) return true;
    return false;
  }
  for (const term of word.terms.keys()) if (terms.has(term)) return true;
  return false;
}
