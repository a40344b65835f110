import { foldWord } from './fold.ts';

/**
 * What the classifier sees of a text: pieces of three to five letters within words, whole words, pairs of
 * neighbours, and pairs of their beginnings, each as one of a fixed number of places. There are enough
 * places that two pieces seldom share one: with a sixteenth of them it found a quarter less.
 */
export const BUCKET_COUNT = 1 << 18;
const PIECES = { shortest: 3, longest: 5 };
const BEGINNING = 4;
const BENGALI = /[\u0980-\u09ff]/;

/** Places, each once. */
export function hashFeatures(words: readonly string[]): Int32Array {
  const buckets = new Set<number>();
  let before = '';
  for (const typed of words) {
    const word = foldWord(typed, BENGALI.test(typed) ? 'bn' : 'en');
    const padded = `<${word}>`;
    for (let length = PIECES.shortest; length <= PIECES.longest; length += 1) {
      for (let at = 0; at + length <= padded.length; at += 1) {
        buckets.add(bucketOf(padded, at, at + length, 0));
      }
    }
    const pair = `${before} ${word}`;
    const beginnings = `${before.slice(0, BEGINNING)} ${word.slice(0, BEGINNING)}`;
    buckets.add(bucketOf(word, 0, word.length, 1));
    buckets.add(bucketOf(pair, 0, pair.length, 2));
    buckets.add(bucketOf(beginnings, 0, beginnings.length, 3));
    before = word;
  }
  return Int32Array.from(buckets);
}

// FNV-1a: fast, without a library.
function bucketOf(text: string, start: number, end: number, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKET_COUNT - 1);
}
