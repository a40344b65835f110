import type { Node, YAMLSeq } from 'yaml';
import { isSame } from './is-same.ts';
import { renderEntry } from './render-field.ts';
import { endOfText, lineStart, type TextEdit, wholeLines } from './text-edits.ts';

/**
 * What makes a list that has a line for each entry say `wanted` instead of `now`: entries at its beginning and end
 * that are the same stay as they are.
 */
export function editEntries(
  text: string,
  list: YAMLSeq,
  now: readonly unknown[],
  wanted: readonly unknown[],
): TextEdit[] {
  const isSameAt = (place: number) => isSame(now[place], wanted[place]);
  const shorter = Math.min(now.length, wanted.length);
  let first = 0;
  while (first < shorter && isSameAt(first)) first += 1;
  let same = 0;
  while (same < shorter - first && isSame(now.at(-1 - same), wanted.at(-1 - same))) same += 1;

  const [listStart = 0] = list.range ?? [];
  const indent = listStart - lineStart(text, listStart);
  const added = wanted
    .slice(first, wanted.length - same)
    .map((entry) => ' '.repeat(indent) + renderEntry(entry, indent));
  const entries = list.items.map((item) => toPart(text, item as Node));
  const gone = entries.slice(first, now.length - same);
  const start = gone[0]?.start;
  const end = gone.at(-1)?.end;
  if (start !== undefined && end !== undefined) {
    if (added.length === 0) return [{ ...wholeLines(text, start, end), text: '' }];
    return [{ start: lineStart(text, start), end, text: added.join('\n') }];
  }
  const before = entries[first - 1];
  if (before) {
    const lineEnd = text.indexOf('\n', before.end);
    const at = lineEnd < 0 ? text.length : lineEnd;
    return [{ start: at, end: at, text: `\n${added.join('\n')}` }];
  }
  const at = lineStart(text, listStart);
  return [{ start: at, end: at, text: `${added.join('\n')}\n` }];
}

function toPart(text: string, item: Node): { start: number; end: number } {
  const [start = 0, end = start] = item.range ?? [];
  return { start, end: endOfText(text, start, end) };
}
