import { createPhraseTable, NO_STOP_WORDS, toPhrases } from './phrase-table.ts';
import { type Span, withoutOverlaps } from './spans.ts';
import type { Tokeniser } from './tokeniser.ts';
import { exactMatcher } from './word-matcher.ts';

export interface FoundPhrase<T> extends Span {
  value: T;
}

/** Finds phrases as they are written, longest first, none within another. `phrases`: by value. */
export function createPhraseFinder<T>(
  phrases: readonly (readonly [T, readonly string[]])[],
  tokeniser: Tokeniser,
): (words: readonly string[]) => FoundPhrase<T>[] {
  const table = createPhraseTable(
    phrases.flatMap(([value, texts]) => toPhrases(texts, value, tokeniser)),
    NO_STOP_WORDS,
    exactMatcher,
  );
  return (words) =>
    withoutOverlaps(table.find(words, false)).flatMap(({ start, end, values }) =>
      values.map((value) => ({ start, end, value })),
    );
}
