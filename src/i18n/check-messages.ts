import { defaultLocale, type Locale } from './locale.ts';
import type { Messages } from './messages.ts';
import { isForOneNumber, pluralForms } from './plural-forms.ts';
import { staffNamespaces } from './staff-namespaces.ts';
import { isStillEnglish } from './still-english.ts';

/**
 * Compares the words of a language with English, of which they are a translation: the same keys, with the
 * plural forms of the language instead of English's, filled in with the same values, none empty. One
 * sentence a problem. English is held to its own plural forms.
 */
export function findMessageProblems(locale: Locale, own: Messages, original: Messages): string[] {
  const source = flattenMessages(locale === defaultLocale ? original : withoutStaffs(original));
  const texts = flattenMessages(own);
  const expected = new Set([...source.keys()].flatMap((key) => keysIn(locale, key, source)));
  return [
    ...[...expected].filter((key) => !texts.has(key)).map((key) => describe(locale, key, MISSING)),
    ...[...texts].flatMap(([key, text]) => {
      if (!expected.has(key)) return [describe(locale, key, describeExtra(locale, key, source))];
      if (!text.trim()) return [describe(locale, key, 'is empty. Write the words.')];
      const fault = findValueFault(locale, key, text, source);
      return fault ? [describe(locale, key, fault)] : [];
    }),
  ];
}

/** The words of a language that seem to be in English still, one sentence each. */
export function findUntranslated(locale: Locale, own: Messages, original: Messages): string[] {
  const source = flattenMessages(original);
  return [...flattenMessages(own)].flatMap(([key, text]) =>
    isStillEnglish(locale, text.replace(/\{\{\w+\}\}/g, ''), source.get(key))
      ? [describe(locale, key, `is in English: '${text}'. Translate it.`)]
      : [],
  );
}

/** 'search:heading_one' for { search: { heading_one } }, 'site:problem.form' for what lies deeper. */
export function flattenMessages(own: Messages): Map<string, string> {
  return new Map(
    Object.entries(own).flatMap(([namespace, words]) => flatten(words, `${namespace}:`)),
  );
}

const FORM = /_(zero|one|two|few|many|other)$/;
const MISSING = 'is missing. Write what it says in English.';

function flatten(words: object, prefix: string): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[`${prefix}${name}`, value]];
    return typeof value === 'object' && value ? flatten(value, `${prefix}${name}.`) : [];
  });
}

function withoutStaffs(all: Messages): Messages {
  const staffs: readonly string[] = staffNamespaces;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !staffs.includes(name)));
}

// English's two forms of a text become those of the language. Words for none are a form of their own
// wherever English has them: i18next asks for them at 0 in any language.
function keysIn(locale: Locale, key: string, source: ReadonlyMap<string, string>): string[] {
  if (!FORM.test(key)) return [key];
  const stem = key.replace(FORM, '');
  const none = source.has(`${stem}_zero`) ? ['zero'] : [];
  return [...pluralForms(locale), ...none].map((form) => `${stem}_${form}`);
}

function describeExtra(locale: Locale, key: string, source: ReadonlyMap<string, string>): string {
  const isPlural = FORM.test(key) && source.has(key.replace(FORM, '_other'));
  return isPlural
    ? `is too much: the plural forms of this language are ${pluralForms(locale).join(', ')}. Delete it.`
    : 'is too much: English has no such words. Delete it.';
}

function findValueFault(
  locale: Locale,
  key: string,
  text: string,
  source: ReadonlyMap<string, string>,
): string | undefined {
  const form = FORM.exec(key)?.[1];
  const original = source.get(key) ?? source.get(key.replace(FORM, '_other')) ?? '';
  const wanted = valuesIn(original);
  const found = valuesIn(text);
  // "Two results" says its number in a word.
  const isWord = form !== undefined && isForOneNumber(locale, form);
  const counted = (names: string[]) => names.filter((name) => !isWord || name !== 'count').join();
  if (counted(found) === counted(wanted)) return undefined;
  return `fills in ${list(found)}; English fills in ${list(wanted)}. Use the same.`;
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted();
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.map((name) => `{{${name}}}`).join(', ') : 'nothing';
}

function describe(locale: Locale, key: string, problem: string): string {
  const [namespace, ...rest] = key.split(':');
  return `locales/${locale}/${namespace}.json, ${rest.join(':')}: ${problem}`;
}
