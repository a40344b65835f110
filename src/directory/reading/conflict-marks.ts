/** The marks that git leaves in a file where two people changed the same lines. */

const MARK = /^(<{7}|\|{7}|={7}|>{7})( |$)/;

/** The lines, counted from 1, that begin and end such a place; none: there is none. */
export function findConflictMarks(text: string): number[] {
  const lines = text.split(/\r?\n/);
  // Seven signs of one kind alone may be an editor's ruler.
  if (!lines.some((line) => /^(<{7}|>{7})( |$)/.test(line))) return [];
  return lines.flatMap((line, index) => (MARK.test(line) ? [index + 1] : []));
}

/**
 * A text with such marks as each of the two people had it; any other as it is. What git adds of the time
 * before both (after |||||||) is left out.
 */
export function splitSides(text: string): string[] {
  if (findConflictMarks(text).length === 0) return [text];
  const ours: string[] = [];
  const theirs: string[] = [];
  let part = '';
  for (const line of text.split(/\r?\n/)) {
    const [, mark] = MARK.exec(line) ?? [];
    if (mark) part = mark.startsWith('>') ? '' : mark.slice(0, 1);
    else if (part === '') {
      ours.push(line);
      theirs.push(line);
    } else if (part === '<') ours.push(line);
    else if (part === '=') theirs.push(line);
  }
  return [ours.join('\n'), theirs.join('\n')];
}
