import { stringify } from 'yaml';

/** How wide a line of a file may be. */
const WIDTH = 100;

/** Texts of several words whose line would be longer than this are folded below their field's name. */
const LONGEST_LINE = 95;

/** Lists with a line for each entry; others stand in brackets. */
const LINE_EACH = new Set(['sources', 'checks', 'sessions']);

/**
 * A field as our files have it: 'phone: "020 7364 5000"', without a line break at its end. `indent`: how many
 * spaces stand before its name; the first line is given without them. `asLines`: a list has a line for each entry.
 */
export function renderField(
  name: string,
  value: unknown,
  indent: number,
  asLines = LINE_EACH.has(name),
): string {
  if (Array.isArray(value)) return renderList(name, value, indent, asLines);
  if (isFields(value)) {
    const fields = renderFields(value, indent + 2);
    return fields ? `${name}:\n${' '.repeat(indent + 2)}${fields}` : `${name}: {}`;
  }
  return renderText(`${name}: `, value, indent);
}

/** Fields below each other; the first line is given without its indent. */
function renderFields(fields: Readonly<Record<string, unknown>>, indent: number): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => renderField(name, value, indent))
    .join(`\n${' '.repeat(indent)}`);
}

/** An entry of a list that has a line each, '- ' before it. `indent`: how many spaces stand before that. */
export function renderEntry(value: unknown, indent: number): string {
  if (!isFields(value)) return renderText('- ', value, indent);
  return `- ${renderFields(value, indent + 2)}`;
}

function renderList(
  name: string,
  list: readonly unknown[],
  indent: number,
  asLines: boolean,
): string {
  if (list.length === 0) return `${name}: []`;
  if (asLines || list.some(isFields)) {
    const start = `\n${' '.repeat(indent + 2)}`;
    return `${name}:${list.map((entry) => start + renderEntry(entry, indent + 2)).join('')}`;
  }
  const entries = list.map((entry) => renderInline(entry, true));
  const line = `${name}: [${entries.join(', ')}]`;
  if (indent + line.length <= WIDTH) return line;
  const space = ' '.repeat(indent + 2);
  return `${name}:\n${space}[\n${entries.map((entry) => `${space}  ${entry}`).join(',\n')}\n${space}]`;
}

function renderText(before: string, value: unknown, indent: number): string {
  if (typeof value !== 'string') return before + renderInline(value, false);
  const space = ' '.repeat(indent + 2);
  const isPlainBlock = !/^\s|\s$|[^\S\n ]| {2}|\n /.test(value);
  if (value.includes('\n') && isPlainBlock) {
    return `${before}|-\n${value.replace(/^(?=.)/gm, space)}`;
  }
  const line = before + renderInline(value, false);
  const isFoldable = isPlainBlock && value.includes(' ');
  if (indent + line.length <= LONGEST_LINE || !isFoldable) return line;
  return `${before}>-\n${fold(value, WIDTH - space.length)
    .map((each) => space + each)
    .join('\n')}`;
}

// Digits would be read as a number, a day or a time by one program and as text by the next.
const LIKE_A_NUMBER = /^\+?\d[\d\s:./+-]*$/;

function renderInline(value: unknown, isInBrackets: boolean): string {
  if (typeof value !== 'string') return String(value);
  const isQuoted = LIKE_A_NUMBER.test(value) || (isInBrackets && /[,[\]{}]/.test(value));
  return stringify(value, {
    lineWidth: 0,
    singleQuote: false,
    blockQuote: false,
    defaultStringType: isQuoted ? 'QUOTE_DOUBLE' : 'PLAIN',
  }).trimEnd();
}

function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
