import type { Tokeniser } from '../words/tokeniser.ts';
import type { TypedLanguage } from '../words/typed-languages.ts';
import type { CrisisLists } from './crisis-lists.ts';
import { foldWord } from './fold.ts';
import type { FoundFrame } from './frame-finder.ts';

/**
 * Is what a frame says denied: "I am not suicidal", "keu amare mare na"? Only by a word right beside it
 * (or small words away) that is no part of the frame: "cannot breathe" is what it says.
 */
export type NegationFinder = (frame: FoundFrame<unknown>, words: readonly string[]) => boolean;

export function createNegationFinder(
  { words: { negation } }: CrisisLists,
  tokeniser: Tokeniser,
): NegationFinder {
  const toKeys = (text: string, language: TypedLanguage) =>
    new Set(
      text.split(',').flatMap((entry) => {
        const key = tokeniser
          .words(entry)
          .map((word) => foldWord(word, language))
          .join(' ');
        return key ? [key] : [];
      }),
    );
  const keys = new Map(
    (Object.keys(negation.before) as TypedLanguage[]).map((language) => [
      language,
      {
        before: toKeys(negation.before[language], language),
        between: toKeys(negation.between[language], language),
        after: toKeys(negation.after[language], language),
      },
    ]),
  );

  return ({ start, end, parts, language }, words) => {
    const sets = keys.get(language);
    if (!sets) return false;
    const key = (at: number) => foldWord(words[at] ?? '', language);
    const pair = (at: number) => `${key(at)} ${key(at + 1)}`;
    if (sets.after.has(key(end)) || sets.after.has(pair(end))) return true;
    const isOwn = (at: number) => parts.some((part) => part.start <= at && at < part.end);
    for (let at = start; at < end; at += 1) {
      if (!isOwn(at) && sets.before.has(key(at))) return true;
    }
    for (let at = start - 1; at >= 0; at -= 1) {
      if (sets.before.has(key(at)) || sets.before.has(pair(at))) return true;
      if (!sets.between.has(key(at))) return false;
    }
    return false;
  };
}
