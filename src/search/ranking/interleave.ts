// So that whichever of two needs was meant, it shows without scrolling.
const MOST_IN_A_ROW = 2;

/**
 * Of two needs neither crowds out the other: the same listings, in their order but for at most two in a row
 * for the same need while the other has any left. `needOf`: 0 or 1; anything else stays where it is.
 */
export function interleave<T>(sorted: readonly T[], needOf: (item: T) => number): T[] {
  const queues: [T[], T[]] = [[], []];
  for (const item of sorted) queues[needOf(item)]?.push(item);
  const ranks = new Map(sorted.map((item, rank) => [item, rank]));
  const mixed = mergeInTurns(queues, (item) => ranks.get(item) ?? 0);
  let next = 0;
  return sorted.map((item) => (queues[needOf(item)] ? (mixed[next++] ?? item) : item));
}

/** Merges two rising lists in order, but changes to the other after two from one. */
function mergeInTurns<T>(lists: readonly [T[], T[]], rankOf: (item: T) => number): T[] {
  const at: [number, number] = [0, 0];
  const merged: T[] = [];
  let last: 0 | 1 = 0;
  let inARow = 0;
  for (;;) {
    const first = lists[0][at[0]];
    const second = lists[1][at[1]];
    if (first === undefined && second === undefined) return merged;
    let turn: 0 | 1 = rank(first, rankOf) <= rank(second, rankOf) ? 0 : 1;
    const other = turn === 0 ? 1 : 0;
    if (turn === last && inARow >= MOST_IN_A_ROW && lists[other][at[other]] !== undefined) {
      turn = other;
    }
    merged.push(lists[turn][at[turn]] as T);
    at[turn] += 1;
    inARow = turn === last ? inARow + 1 : 1;
    last = turn;
  }
}

function rank<T>(item: T | undefined, rankOf: (item: T) => number): number {
  return item === undefined ? Number.POSITIVE_INFINITY : rankOf(item);
}
