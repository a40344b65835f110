import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { flattenMessages } from '../../../src/i18n/check-messages.ts';
import type { Locale } from '../../../src/i18n/locale.ts';

/** The site that is walked through: another version of it has other words. */
export const siteFolder = process.env.PERSONAS_SITE ?? '.';

/** What a page says, as the people who read it know it: the words of its language, never a name in code. */
export interface Words {
  /** Begins with the words of one of the keys that this site has, whoever they are about. */
  beginning(...keys: string[]): RegExp;
  /** Is these words. */
  exactly(...keys: string[]): RegExp;
  /** Holds these words somewhere. */
  holding(...keys: string[]): RegExp;
  /** The keys of which a text is the words. */
  keysOf(text: string): string[];
  need(slug: string): { label: string; group: string };
  language(slug: string): string;
}

type Label = Record<Locale, string>;

export function readWords(locale: Locale): Words {
  const files = ['refer', 'steps', 'progress', 'listing', 'site'];
  const texts = flattenMessages(
    Object.fromEntries(
      files.map((file) => [file, readJson(`content/locales/${locale}/${file}.json`)]),
    ),
  );
  const { groups, needs } = readYaml('content/lists/needs.yaml') as {
    groups: { slug: string; label: Label }[];
    needs: { slug: string; group: string; label: Label }[];
  };
  const languages = readYaml('content/lists/languages.yaml') as { slug: string; label: Label }[];
  const patterns = (keys: string[]) => {
    const known = keys.flatMap((key) => [texts.get(key), texts.get(`${key}_they`)]);
    const found = known.filter((text) => text !== undefined).map(toPattern);
    // Never matches: a question that this site does not have.
    return found.length > 0 ? `(?:${found.join('|')})` : '(?!)';
  };
  return {
    beginning: (...keys) => new RegExp(`^\\s*${patterns(keys)}(?=$|[^\\p{L}\\p{M}])`, 'u'),
    exactly: (...keys) => new RegExp(`^\\s*${patterns(keys)}\\s*$`, 'u'),
    holding: (...keys) => new RegExp(patterns(keys), 'u'),
    keysOf: (text) =>
      [...texts].filter(([, words]) => words === text).map(([key]) => key.replace(/_they$/, '')),
    need(slug) {
      const need = requireIn(needs, slug);
      return { label: need.label[locale], group: requireIn(groups, need.group).label[locale] };
    },
    language: (slug) => requireIn(languages, slug).label[locale],
  };
}

/** A quotation mark may be any letter: Playwright cannot read one in the pattern of a role. */
export function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['"]/g, '.');
}

// What is filled in may be anything; spaces may be any.
function toPattern(text: string): string {
  return text
    .split(/\{\{\w+\}\}/)
    .map((part) => escapeForPattern(part).replace(/\s+/g, '\\s+'))
    .join('.+');
}

function requireIn<Item extends { slug: string }>(items: readonly Item[], slug: string): Item {
  const item = items.find((each) => each.slug === slug);
  if (!item) throw new Error(`There is no ${slug} in the lists of ${siteFolder}.`);
  return item;
}

function readJson(path: string): object {
  return JSON.parse(readFileSync(join(siteFolder, path), 'utf8'));
}

function readYaml(path: string): unknown {
  return parse(readFileSync(join(siteFolder, path), 'utf8'));
}
