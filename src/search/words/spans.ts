import type { PhraseMatch } from './phrase-table.ts';

/** Matches that share no word: longest first, then the surest. */
export function withoutOverlaps<T>(matches: readonly PhraseMatch<T>[]): PhraseMatch<T>[] {
  const kept: PhraseMatch<T>[] = [];
  const best = matches.toSorted(
    (a, b) => b.length - a.length || b.likeness - a.likeness || a.start - b.start,
  );
  for (const match of best) {
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
  }
  return kept;
}

export function isWithin(
  match: { start: number; end: number },
  others: readonly { start: number; end: number }[],
): boolean {
  return others.some((other) => other.start <= match.start && match.end <= other.end);
}
