/** A part of a text, and what stands there instead. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** All edits at once; those at the same place in their order, what is put in before what is replaced. They must not overlap. */
export function replaceParts(text: string, edits: readonly TextEdit[]): string {
  let changed = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || sizeOf(a) - sizeOf(b))) {
    if (edit.start < from) throw new Error('Two changes of a text are of the same part of it.');
    changed += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return changed + text.slice(from);
}

function sizeOf({ start, end }: TextEdit): number {
  return Math.min(end - start, 1);
}

/** Where the line begins in which a place is. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of a part without the spaces and line breaks at its end. */
export function endOfText(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** A part widened to whole lines, the line break at its end with them. */
export function wholeLines(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const lineEnd = text.indexOf('\n', end);
  return { start: lineStart(text, start), end: lineEnd < 0 ? text.length : lineEnd + 1 };
}
