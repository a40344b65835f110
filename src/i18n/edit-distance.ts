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
  const longer = to.length - from.length;
  if (-longer > most || (longer > most && !prefix)) return most + 1;
  const width = prefix ? Math.min(to.length, from.length + most) : to.length;
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
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return prefix ? Math.min(...last.slice(0, width + 1)) : at(last, width);
}

// Used again by every call: thousands of words may be compared for one that was typed.
const rows: [number[], number[], number[]] = [[], [], []];

function at(row: number[], column: number): number {
  return row[column] as number;
}
