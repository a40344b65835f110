// So that whichever of two needs was meant, it shows without scrolling.
const MOST_IN_A_ROW = 2;

/**
 * Two from the first list, two from the second, and so on; when one is through, the rest of the other.
 * What stands in both comes once. The beginning of the result depends on the lists' beginnings alone.
 */
export function inTurns(lists: readonly (readonly string[])[]): string[] {
  const rest = lists.map((list) => [...list]);
  const seen = new Set<string>();
  while (rest.some((list) => list.length > 0)) {
    for (const list of rest) {
      for (let taken = 0; taken < MOST_IN_A_ROW && list.length > 0; ) {
        const next = list.shift() ?? '';
        if (seen.has(next)) continue;
        seen.add(next);
        taken += 1;
      }
    }
  }
  return [...seen];
}
