/** How many letters may be wrong in a word of this length. */
export interface TypoRule {
  oneFrom: number;
  twoFrom: number;
}

export function typoBudget(word: string, rule: TypoRule): number {
  // A wrong digit is another number, not a slip: "section 21", "over 60s".
  if (/\p{N}/u.test(word)) return 0;
  if (word.length >= rule.twoFrom) return 2;
  return word.length >= rule.oneFrom ? 1 : 0;
}

/** 'lgtb' for 'lgbt': the same letters, two neighbours swapped. */
export function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return (
    at < word.length - 1 &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
}

/**
 * Letters to change, add, leave out or swap with a neighbour to turn `from` into `to` (optimal string
 * alignment); any number above `most` once it is passed. `prefix`: into the nearest beginning of `to`.
 */
export function editDistance(from: string, to: string, most: number, prefix = false): number {
  if (from.length - to.length > most) return most + 1;
  if (!prefix && to.length - from.length > most) return most + 1;
  const width = prefix ? Math.min(to.length, from.length + most) : to.length;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const same = from.charCodeAt(row - 1) === to.charCodeAt(column - 1);
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        from.charCodeAt(row - 1) === to.charCodeAt(column - 2) &&
        from.charCodeAt(row - 2) === to.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return prefix ? Math.min(...last) : at(last, width);
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
