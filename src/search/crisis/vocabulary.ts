import type { Tokeniser } from '../words/tokeniser.ts';
import type { TypedLanguage } from '../words/typed-languages.ts';
import type { CrisisLists } from './crisis-lists.ts';
import { foldEnding, foldWord } from './fold.ts';

/**
 * The words of all frames in one language, each with a number, and which of them a typed word may be:
 * the same key, a stem with an ending, or (English, long words) one slip away.
 */
export interface Vocabulary {
  /** The number of a list's word; `~` at its end: a stem. */
  add(word: string): number;
  /** Numbers of the words that a typed word may be. */
  find(typed: string): readonly number[];
}

const SHORTEST_STEM = 2;
export const SHORTEST_MISSPELT = 6;

export function createVocabulary(
  language: TypedLanguage,
  { words }: CrisisLists,
  { tokeniser, isRealWord }: { tokeniser: Tokeniser; isRealWord: (word: string) => boolean },
): Vocabulary {
  const exact = new Map<string, number>();
  const stems = new Map<string, number>();
  const slips = new Map<string, number[]>();
  const endings = new Set(
    words.endings[language]
      .split(',')
      .map((ending) => foldEnding(tokeniser.words(ending)[0] ?? '', language)),
  );
  const spellings = new Map(Object.entries(words.spellings));
  let count = 0;

  function number(map: Map<string, number>, key: string): number {
    const existing = map.get(key);
    if (existing !== undefined) return existing;
    count += 1;
    map.set(key, count);
    if (language === 'en' && key.length >= SHORTEST_MISSPELT) {
      for (const short of withoutOneLetter(key))
        slips.set(short, [...(slips.get(short) ?? []), count]);
    }
    return count;
  }

  function findSlips(key: string): number[] {
    if (language !== 'en' || key.length < SHORTEST_MISSPELT || isRealWord(key)) return [];
    return withoutOneLetter(key).flatMap((short) => slips.get(short) ?? []);
  }

  return {
    add: (word) =>
      word.endsWith('~')
        ? number(stems, foldWord(word.slice(0, -1), language))
        : number(exact, foldWord(word, language)),
    find(typed) {
      const key = foldWord((language === 'en' && spellings.get(typed)) || typed, language);
      const found: number[] = [];
      const same = exact.get(key);
      if (same !== undefined) found.push(same);
      for (let at = SHORTEST_STEM; at <= key.length; at += 1) {
        const stem = stems.get(key.slice(0, at));
        if (stem !== undefined && (at === key.length || endings.has(key.slice(at))))
          found.push(stem);
      }
      return found.length > 0 ? found : [...new Set(findSlips(key))];
    },
  };
}

/** The word itself and every word with one letter left out: two words that share one are a slip apart. */
export function withoutOneLetter(word: string): string[] {
  const forms = [word];
  // The first letter is seldom wrong.
  for (let i = 1; i < word.length; i += 1) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
