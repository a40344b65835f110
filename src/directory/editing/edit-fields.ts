import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { editEntries } from './edit-entries.ts';
import { areTogether, placeOf } from './field-order.ts';
import { isSame } from './is-same.ts';
import { isFields, renderField } from './render-field.ts';
import { endOfText, lineStart, replaceParts, type TextEdit, wholeLines } from './text-edits.ts';

type Values = Readonly<Record<string, unknown>>;

/** `text` with the fields of `map`, which say `now`, made to say `wanted`. */
export function editFields(text: string, map: YAMLMap, now: Values, wanted: Values): string {
  return replaceParts(text, findEdits(text, map, now, wanted));
}

function findEdits(text: string, map: YAMLMap, now: Values, wanted: Values): TextEdit[] {
  const fields = map.items.flatMap((pair) => toField(text, pair));
  const indent = fields[0]?.column ?? 0;
  const changed = fields.flatMap((field) => {
    const value = wanted[field.name];
    if (isSame(now[field.name], value)) return [];
    if (value === undefined) return [takeOut(text, field, indent)];
    return editField(text, field, now[field.name], value);
  });
  const added = Object.keys(wanted)
    .filter((name) => wanted[name] !== undefined && !(name in now))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const kept = fields.filter(({ name }) => wanted[name] !== undefined);
  return [...changed, ...addFields(text, kept, wanted, added, indent)];
}

function addFields(
  text: string,
  kept: readonly Field[],
  wanted: Values,
  names: readonly string[],
  indent: number,
): TextEdit[] {
  let last: { name: string; at: number } | undefined;
  return names.map((name) => {
    const { at, isBefore, gap } = findPlace(text, kept, name);
    const follows = last !== undefined && last.at === at && areTogether(name, last.name);
    last = { name, at };
    const rendered = ' '.repeat(indent) + renderField(name, wanted[name], indent);
    const blank = indent === 0 && gap && !follows ? '\n' : '';
    return {
      start: at,
      end: at,
      text: isBefore ? `${rendered}\n${blank}` : `\n${blank}${rendered}`,
    };
  });
}

interface Field {
  name: string;
  value: Node | null;
  start: number;
  /** After its last letter. */
  end: number;
  column: number;
}

function toField(text: string, pair: Pair): Field[] {
  const [start] = (isScalar(pair.key) && pair.key.range) || [];
  if (start === undefined) return [];
  const name = String((pair.key as { value: unknown }).value);
  const value = pair.value as Node | null;
  const colon = text.indexOf(':', start + name.length) + 1;
  const end = endOfText(text, start, Math.max(value?.range?.[1] ?? 0, colon));
  return [{ name, value, start, end, column: start - lineStart(text, start) }];
}

function editField(text: string, field: Field, now: unknown, wanted: unknown): TextEdit[] {
  const { value } = field;
  const isBlock = value !== null && text[value.range?.[0] ?? 0] !== '{';
  if (isMap(value) && isBlock && isFields(now) && isFields(wanted)) {
    const keeps = Object.keys(wanted).some((name) => wanted[name] !== undefined);
    if (keeps) return findEdits(text, value, now, wanted);
  }
  const isLines = isSeq(value) && text[value.range?.[0] ?? 0] === '-';
  if (isLines && Array.isArray(now) && Array.isArray(wanted) && wanted.length > 0) {
    return editEntries(text, value, now, wanted);
  }
  const rendered = renderField(field.name, wanted, field.column, isLines || undefined);
  return [keepComment(text, field, rendered)];
}

// A comment after a text of one line would become part of a text that is folded below its name.
function keepComment(text: string, { start, end, column }: Field, rendered: string): TextEdit {
  const lineEnd = endOfLine(text, end);
  const after = text.slice(end, lineEnd);
  if (!rendered.includes('\n') || !/^\s+#/.test(after)) return { start, end, text: rendered };
  return { start, end: lineEnd, text: `${after.trim()}\n${' '.repeat(column)}${rendered}` };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

// What stood alone between two blank lines takes one of them along.
function takeOut(text: string, field: Field, indent: number): TextEdit {
  const { start, end } = wholeLines(text, field.start, field.end);
  const isAlone = text.slice(0, start).endsWith('\n\n') && text[end] === '\n';
  const isLast = end >= text.length && text.slice(0, start).endsWith('\n\n');
  if (indent === 0 && isAlone) return { start, end: end + 1, text: '' };
  return { start: isLast ? start - 1 : start, end, text: '' };
}

/** Where a field that is not there yet comes; `gap`: apart from what stands there. */
function findPlace(
  text: string,
  fields: readonly Field[],
  name: string,
): { at: number; isBefore: boolean; gap: boolean } {
  const place = placeOf(name);
  const before = fields.filter((field) => placeOf(field.name) < place);
  const nearest = before.toSorted((a, b) => placeOf(a.name) - placeOf(b.name)).at(-1);
  const next = fields.find((field) => placeOf(field.name) > place);
  const isNearGroup = nearest !== undefined && areTogether(name, nearest.name);
  if (nearest && (isNearGroup || !next || !areTogether(name, next.name))) {
    return { at: endOfLine(text, nearest.end), isBefore: false, gap: !isNearGroup };
  }
  const first = next ?? fields[0];
  const at = first ? aboveComments(text, lineStart(text, first.start)) : text.length;
  return { at, isBefore: true, gap: !first || !areTogether(name, first.name) };
}

function aboveComments(text: string, at: number): number {
  const before = /(?:^[ \t]*#.*\n)+$/m.exec(text.slice(0, at));
  return before && before.index + before[0].length === at ? before.index : at;
}
