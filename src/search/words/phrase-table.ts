import { createPhraseTree, type PhraseTree, ROOT } from './phrase-tree.ts';
import type { Tokeniser } from './tokeniser.ts';
import { isUnfinished } from './unfinished-word.ts';
import type { SimilarWord, WordMatcher } from './word-matcher.ts';

/** Where a phrase stands among the words asked about: [start, end). */
export interface PhraseMatch<T> {
  start: number;
  end: number;
  /** How many of the phrase's words were typed. */
  length: number;
  /** 1: as written … lower: through other forms, slips or an unfinished last word. */
  similarity: number;
  values: T[];
}

export interface PhraseTable<T> {
  /** Every phrase found, anywhere, overlapping ones too. `typing`: the last word may be unfinished. */
  find(words: readonly string[], typing: boolean): PhraseMatch<T>[];
}

/** A phrase in words, and what it stands for. */
export interface Phrase<T> {
  words: readonly string[];
  value: T;
}

/** For phrases in which every word counts. */
export const NO_STOP_WORDS: ReadonlySet<string> = new Set();

/**
 * Phrases of a few words, each standing for values. Words without content may be missing from what
 * was typed ("cant pay the rent" is "cant pay rent"), never the others.
 */
export function createPhraseTable<T>(
  phrases: Iterable<Phrase<T>>,
  stopWords: ReadonlySet<string>,
  matchWord: WordMatcher,
): PhraseTable<T> {
  const tree = createPhraseTree<T>();
  for (const { words, value } of phrases) {
    tree.add(words, value);
    const content = words.filter((word) => !stopWords.has(word));
    // "need housing" may not shrink to "housing": a single word left over can mean anything.
    if (content.length > 1 && content.length < words.length) tree.add(content, value);
  }

  return {
    find(words, typing) {
      const candidates = words.map((word, i) => matchWord(word, typing && isUnfinished(words, i)));
      return findInTree(tree, words, candidates, stopWords);
    },
  };
}

function findInTree<T>(
  tree: PhraseTree<T>,
  words: readonly string[],
  candidates: readonly (readonly SimilarWord[])[],
  stopWords: ReadonlySet<string>,
): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  const isStopWord = (word: string | undefined) => word !== undefined && stopWords.has(word);

  function walk(node: number, match: Omit<PhraseMatch<T>, 'values'>): void {
    const values = tree.valuesAt(node);
    if (values) found.push({ ...match, values });
    step(node, match);
    if (match.length > 0 && isStopWord(words[match.end])) {
      skip(node, { ...match, end: match.end + 1 });
    }
  }

  function step(node: number, match: Omit<PhraseMatch<T>, 'values'>): void {
    const { start, end, length } = match;
    for (const { word, similarity } of candidates[end] ?? []) {
      const next = tree.after(node, word);
      if (next === undefined) continue;
      const likely = match.similarity * similarity;
      walk(next, { start, end: end + 1, length: length + 1, similarity: likely });
    }
  }

  // As walk, but a phrase that ended before the skipped words is not found a second time.
  function skip(node: number, match: Omit<PhraseMatch<T>, 'values'>): void {
    step(node, match);
    if (isStopWord(words[match.end])) skip(node, { ...match, end: match.end + 1 });
  }

  for (let start = 0; start < words.length; start += 1) {
    walk(ROOT, { start, end: start, length: 0, similarity: 1 });
  }
  return found;
}

export function toPhrases<T>(texts: Iterable<string>, value: T, tokeniser: Tokeniser): Phrase<T>[] {
  return Array.from(texts, (text) => ({ words: tokeniser.words(text), value }));
}

/** The words that the phrases are made of, with the number of phrases each is in. */
export function countPhraseWords(phrases: Iterable<Phrase<unknown>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of phrases) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
