import type { Finding } from '../reading/schema-issues.ts';

/** What stands in the texts of a file of content/ that readers would see and not understand. */
export function validatePlainTexts(value: unknown): Finding[] {
  return findIn(value, []);
}

function findIn(value: unknown, field: PropertyKey[]): Finding[] {
  if (NOT_TEXTS.has(String(field.at(-1)))) return [];
  if (typeof value === 'string') {
    const message = findMarkup(value);
    return message ? [{ field, message }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([name, each]) => findIn(each, [...field, name]));
}

const NOT_TEXTS = new Set(['sources', 'website', 'editorsNote']);

function findMarkup(text: string): string | undefined {
  const [tag] = /<\/?[a-z][^<>]*>|<!--/i.exec(text) ?? [];
  if (tag)
    return `found '${tag}', which people would see as it stands. Take it out: texts are plain.`;
  const [entity = '', name = ''] = /&(#?\w{2,8});/.exec(text) ?? [];
  if (entity) {
    const sign = SIGNS.get(name);
    return `found '${entity}', which people would see as it stands. ${sign ? `Write ${sign}.` : 'Write the sign that it stands for.'}`;
  }
  const [mark] = /\*\*|__|\]\(https?:/.exec(text) ?? [];
  if (!mark) return undefined;
  return `found '${mark}', which people would see as it stands. Take it out: texts are plain, without bold or links.`;
}

const SIGNS = new Map([
  ['amp', '&'],
  ['nbsp', 'a space'],
  ['quot', 'a quotation mark'],
  ['apos', "'"],
  ['#39', "'"],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ndash', '–'],
  ['mdash', '–'],
  ['pound', '£'],
  ['eacute', 'é'],
]);
