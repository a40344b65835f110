import type { PhraseMatch } from './phrase-table.ts';

/** Some of the words typed: [start, end). */
export interface Span {
  start: number;
  end: number;
}

/** Matches that share no word: longest first, then the surest. */
export function withoutOverlaps<T>(matches: readonly PhraseMatch<T>[]): PhraseMatch<T>[] {
  const kept: PhraseMatch<T>[] = [];
  const best = [...matches].sort(
    (a, b) => b.length - a.length || b.similarity - a.similarity || a.start - b.start,
  );
  for (const match of best) {
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
  }
  return kept;
}

export function isWithin(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start <= span.start && span.end <= other.end);
}

export function withoutSpans(words: readonly string[], spans: readonly Span[]): string[] {
  return words.filter((_, i) => !spans.some(({ start, end }) => start <= i && i < end));
}

export function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}
