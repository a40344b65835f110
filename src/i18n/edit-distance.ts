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
  if (width > LONGEST) return from === to ? 0 : most + 1;
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= width; column += 1) last[column] = column;
  for (let row = 1; row <= from.length; row += 1) {
    const letter = from.charCodeAt(row - 1);
    const letterBefore = from.charCodeAt(row - 2);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const other = to.charCodeAt(column - 1);
      let cost = Math.min(at(last, column), at(current, column - 1)) + 1;
      cost = Math.min(cost, at(last, column - 1) + (letter === other ? 0 : 1));
      if (letter === to.charCodeAt(column - 2) && letterBefore === other) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  if (!prefix) return at(last, width);
  let nearest = at(last, 0);
  for (let column = 1; column <= width; column += 1) nearest = Math.min(nearest, at(last, column));
  return nearest;
}

// Texts to compare are words and short names; longer ones are equal or are not.
const LONGEST = 255;
// Used again by every call: thousands of words may be compared for one that was typed.
const rows: [Uint16Array, Uint16Array, Uint16Array] = [
  new Uint16Array(LONGEST + 1),
  new Uint16Array(LONGEST + 1),
  new Uint16Array(LONGEST + 1),
];

// Any cell beside the table.
const UNREACHED = 2 ** 15;

function at(row: Uint16Array, column: number): number {
  return row[column] ?? UNREACHED;
}
