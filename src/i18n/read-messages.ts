import { defaultLocale, type Locale, locales } from './locale.ts';
import type { Messages } from './messages.ts';
import { staffNamespaces } from './staff-namespaces.ts';

/** A file of words that cannot be read; `path` from content/, `line` counts from 1. */
export interface MessagesFault {
  file: string;
  line?: number | undefined;
  message: string;
}

export type ReadMessages =
  | { ok: true; messages: ReadonlyMap<Locale, Messages> }
  | { ok: false; faults: MessagesFault[] };

/**
 * The words of every language from the text of their files, by path: 'locales/bn/site.json'. Every language has
 * the files of English, but for staff's.
 */
export function readMessages(files: readonly { path: string; text: string }[]): ReadMessages {
  const namespaces = namesIn(files, defaultLocale);
  const faults: MessagesFault[] = [];
  const messages = new Map<Locale, Messages>();
  for (const locale of locales) {
    const own = namespaces.filter((name) => locale === defaultLocale || !isStaffs(name));
    for (const name of namesIn(files, locale).filter((each) => !own.includes(each))) {
      faults.push({ file: `locales/${locale}/${name}.json`, message: EXTRA });
    }
    const words: Messages = {};
    for (const name of own) {
      const path = `locales/${locale}/${name}.json`;
      const file = files.find((each) => each.path === path);
      const read = file ? parse(file.text) : { message: MISSING };
      if ('message' in read) faults.push({ file: path, ...read });
      else words[name] = read.words;
    }
    messages.set(locale, words);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, messages };
}

const MISSING = 'this file is missing. Every language has the files of English.';
const EXTRA = 'English has no such file, so nothing reads this one. Take it out.';

function namesIn(files: readonly { path: string }[], locale: Locale): string[] {
  const folder = `locales/${locale}/`;
  return files
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path }) => path.slice(folder.length).replace(/\.json$/, ''));
}

function isStaffs(name: string): boolean {
  return staffNamespaces.some((each) => each === name);
}

function parse(text: string): { words: object } | { line?: number; message: string } {
  try {
    const words: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof words === 'object' && words && !Array.isArray(words)) return { words };
    return { line: 1, message: 'this file has no keys with words. Compare it with English.' };
  } catch (fault) {
    const [, at] = /position (\d+)/.exec(String(fault)) ?? [];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
    const message =
      'this cannot be read from here on. Look here and in the line above: every line is "key": "words", with a comma after all but the last; a " within the words is written \\".';
    return { line, message };
  }
}
