import { asWritten, createPhraseTable, NO_STOP_WORDS, toPhrases } from './phrase-table.ts';
import { withoutOverlaps } from './spans.ts';
import type { Tokeniser } from './tokeniser.ts';

/** Some of the words typed: [start, end). */
export interface Span {
  start: number;
  end: number;
}

export interface ValuedSpan<T> extends Span {
  value: T;
}

/** Finds phrases as they are written, longest first, none within another. `phrases`: by value. */
export function createSpanFinder<T>(
  phrases: readonly (readonly [T, readonly string[]])[],
  tokeniser: Tokeniser,
): (words: readonly string[]) => ValuedSpan<T>[] {
  const table = createPhraseTable(
    phrases.flatMap(([value, texts]) => toPhrases(texts, value, tokeniser)),
    NO_STOP_WORDS,
    asWritten,
  );
  return (words) =>
    withoutOverlaps(table.find(words, false)).flatMap(({ start, end, values }) =>
      values.map((value) => ({ start, end, value })),
    );
}

export function without(words: readonly string[], spans: readonly Span[]): string[] {
  return words.filter((_, i) => !spans.some(({ start, end }) => start <= i && i < end));
}

export function touches(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}
