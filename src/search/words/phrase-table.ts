import type { WordList } from './lexicon.ts';
import type { Tokeniser } from './tokeniser.ts';
import { isUnfinished } from './unfinished-word.ts';

/** Where a phrase stands among the words asked about: [start, end). */
export interface PhraseMatch<T> {
  start: number;
  end: number;
  /** How many of the phrase's words were typed. */
  length: number;
  /** 1: as written … lower: through other forms, slips or an unfinished last word. */
  likeness: number;
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

export interface WordGuess {
  word: string;
  likeness: number;
}

export type WordGuesser = (word: string, unfinished: boolean) => WordGuess[];

/** For phrases in which every word counts. */
export const NO_STOP_WORDS: ReadonlySet<string> = new Set();

/** For phrases that are meant only when they stand as written. */
export const asWritten: WordGuesser = (word) => [{ word, likeness: 1 }];

/**
 * Phrases of a few words, each standing for values. Words without content may be missing from what
 * was typed ("cant pay the rent" is "cant pay rent"), never the others.
 */
export function createPhraseTable<T>(
  phrases: Iterable<Phrase<T>>,
  stopWords: ReadonlySet<string>,
  guess: WordGuesser,
): PhraseTable<T> {
  const tree = createTree<T>();
  for (const { words, value } of phrases) {
    tree.add(words, value);
    const content = words.filter((word) => !stopWords.has(word));
    // "need housing" may not shrink to "housing": a single word left over can mean anything.
    if (content.length > 1 && content.length < words.length) tree.add(content, value);
  }

  return {
    find(words, typing) {
      const guesses = words.map((word, i) => guess(word, typing && isUnfinished(words, i)));
      const found: PhraseMatch<T>[] = [];
      const walk = (from: number, start: number, at: number, length: number, like: number) => {
        const values = tree.valuesAt(from);
        if (values) found.push({ start, end: at, length, likeness: like, values });
        step(from, start, at, length, like);
        const typed = words[at];
        if (typed !== undefined && length > 0 && stopWords.has(typed)) {
          skip(from, start, at + 1, length, like);
        }
      };
      const step = (from: number, start: number, at: number, length: number, like: number) => {
        for (const { word, likeness } of guesses[at] ?? []) {
          const next = tree.after(from, word);
          if (next !== undefined) walk(next, start, at + 1, length + 1, like * likeness);
        }
      };
      // As walk, but a phrase that ended before the skipped words is not found a second time.
      const skip = (from: number, start: number, at: number, length: number, like: number) => {
        step(from, start, at, length, like);
        const typed = words[at];
        if (typed !== undefined && stopWords.has(typed)) skip(from, start, at + 1, length, like);
      };
      for (let start = 0; start < words.length; start += 1) walk(ROOT, start, start, 0, 1);
      return found;
    },
  };
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

/** Guesses for phrases: the word itself, its forms, then slips, then an unfinished word's endings. */
export function createWordGuesser(list: WordList, isKnown: (word: string) => boolean): WordGuesser {
  return (word, unfinished) => {
    const guesses: WordGuess[] = [];
    if (list.has(word)) guesses.push({ word, likeness: 1 });
    for (const form of list.inflected(word)) {
      guesses.push({ word: form, likeness: isPlural(word, form) ? PLURAL : 0.9 });
    }
    // A word that exists is meant: "dental" is no slip for "mental", nor "curry" a start of "currently".
    if (list.has(word) || isKnown(word)) return guesses;
    for (const { word: other, distance } of list.misspelt(word, 12)) {
      if (isOtherShortWord(word, other)) continue;
      const sameLength = word.length === other.length ? 0.02 : 0;
      guesses.push({ word: other, likeness: (distance === 1 ? 0.8 : 0.65) + sameLength });
    }
    for (const other of unfinished && word.length >= 3 ? list.startingWith(word, 40) : []) {
      guesses.push({ word: other, likeness: 0.5 + (0.3 * word.length) / other.length });
    }
    if (guesses.length > 0) return guesses;
    return [...list.soundingLike(word, 4), ...list.badlyMisspelt(word, 4)].map((other) => ({
      word: other,
      likeness: 0.6,
    }));
  };
}

/** Likeness of a word and its plural. */
export const PLURAL = 0.95;

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

const ROOT = 0;
// More words than the lists will ever hold, so that a branch and a word make one key.
const MOST_WORDS = 2 ** 20;

/** Phrases as a tree of words, its branches numbered: with a map in each, tens of thousands of phrases took 80 MB. */
function createTree<T>() {
  const numbers = new Map<string, number>();
  const branches = new Map<number, number>();
  const values: (T[] | undefined)[] = [undefined];

  function add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    const end = words.reduce(grow, ROOT);
    const there = values[end];
    if (!there) values[end] = [value];
    else if (!there.includes(value)) there.push(value);
  }

  function grow(from: number, word: string): number {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    const key = from * MOST_WORDS + number;
    const there = branches.get(key);
    if (there !== undefined) return there;
    branches.set(key, values.length);
    return values.push(undefined) - 1;
  }

  function after(from: number, word: string): number | undefined {
    const number = numbers.get(word);
    return number === undefined ? undefined : branches.get(from * MOST_WORDS + number);
  }

  return { add, after, valuesAt: (at: number) => values[at] };
}
