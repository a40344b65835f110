import type { Tokeniser } from '../words/tokeniser.ts';
import { type CrisisLists, inAllLanguages } from './crisis-lists.ts';
import { foldWord } from './fold.ts';
import { textsOfPart } from './frame-finder.ts';
import { SHORTEST_MISSPELT, withoutOneLetter } from './vocabulary.ts';

/**
 * Words of everyday texts that are one slip away from a word of danger and mean something else: "bread"
 * is no misspelt "breath". Keys, as frames are compared by.
 */
export function findRealWords(
  lists: CrisisLists,
  everyday: readonly string[],
  tokeniser: Tokeniser,
): string[] {
  const keysOf = (text: string) => tokeniser.words(text).map((word) => foldWord(word, 'en'));
  const own = new Set(
    [...lists.subjects, lists.harmless]
      .flatMap(({ frames, phrases }) => [
        ...(frames.en ?? []).flatMap((frame) =>
          frame.split(/\s+/).flatMap((part) => textsOfPart(part, 'en', lists)),
        ),
        ...inAllLanguages({ en: phrases.en ?? [] }),
      ])
      .flatMap(keysOf),
  );
  const slips = new Set([...own].filter(isLong).flatMap(withoutOneLetter));
  const words = new Set(everyday.flatMap((text) => tokeniser.words(text)));
  const keys = new Set(Array.from(words, (word) => foldWord(word, 'en')));
  return [...keys].filter(
    (key) => isLong(key) && !own.has(key) && withoutOneLetter(key).some((slip) => slips.has(slip)),
  );
}

function isLong(key: string): boolean {
  return key.length >= SHORTEST_MISSPELT - 1;
}
