import type { Lexicon } from './lexicon.ts';

/** A word of ours that a typed one may stand for. */
export interface SimilarWord {
  word: string;
  /** 1: the same word. */
  similarity: number;
}

export type WordMatcher = (word: string, unfinished: boolean) => SimilarWord[];

/** For phrases that are meant only when they stand as written. */
export const exactMatcher: WordMatcher = (word) => [{ word, similarity: 1 }];

/** The word itself, its forms, then slips, then an unfinished word's endings, then words that sound like it. */
export function createFuzzyMatcher(
  lexicon: Lexicon,
  isKnown: (word: string) => boolean,
): WordMatcher {
  return (word, unfinished) => {
    const candidates: SimilarWord[] = [];
    if (lexicon.has(word)) candidates.push({ word, similarity: 1 });
    for (const form of lexicon.inflections(word)) {
      candidates.push({ word: form, similarity: isPlural(word, form) ? PLURAL_SIMILARITY : 0.9 });
    }
    // A word that exists is meant: "dental" is no slip for "mental", nor "curry" a start of "currently".
    if (lexicon.has(word) || isKnown(word)) return candidates;
    for (const { word: other, distance } of lexicon.corrections(word, 12)) {
      if (isOtherShortWord(word, other)) continue;
      const sameLength = word.length === other.length ? 0.02 : 0;
      candidates.push({ word: other, similarity: (distance === 1 ? 0.8 : 0.65) + sameLength });
    }
    for (const other of unfinished && word.length >= 3 ? lexicon.withPrefix(word, 40) : []) {
      candidates.push({ word: other, similarity: 0.5 + (0.3 * word.length) / other.length });
    }
    if (candidates.length > 0) return candidates;
    return [...lexicon.soundingLike(word, 4), ...lexicon.farCorrections(word, 4)].map((other) => ({
      word: other,
      similarity: 0.6,
    }));
  };
}

/** Of a word and its plural. */
export const PLURAL_SIMILARITY = 0.95;

function isPlural(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}s` || long === `${short}es` || long === `${short.slice(0, -1)}ies`;
}

// Words of five letters that differ in one are mostly both words: "saint" and "skint". Swapped
// letters are a slip.
function isOtherShortWord(word: string, other: string): boolean {
  return (
    word.length === 5 && other.length === 5 && [...word].sort().join() !== [...other].sort().join()
  );
}
