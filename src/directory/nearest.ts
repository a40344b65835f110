/** The allowed word most like what was found, if any is near enough to have been meant. */
export function findNearest(found: string, allowed: readonly string[]): string | undefined {
  const plain = toComparable(found);
  const limit = Math.max(1, Math.floor(plain.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const word of allowed) {
    const distance = editDistance(plain, toComparable(word));
    if (distance <= limit && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** "found 'Bow East'; allowed: bow, mile-end; did you mean 'bow'?" */
export function describeUnknown(found: string, allowed: readonly string[]): string {
  const nearest = findNearest(found, allowed);
  const choices = allowed.length > 0 ? allowed.join(', ') : 'nothing yet';
  const guess = nearest ? `; did you mean '${nearest}'?` : '.';
  return `found '${found}'; allowed: ${choices}${guess}`;
}

function toComparable(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

// Levenshtein with swapped neighbours counted once: "languges", "lagnuages".
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const distance = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      rows[row]?.push(distance);
    }
  }
  return cell(a.length, b.length);
}
