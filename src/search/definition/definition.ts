import { parse } from 'yaml';
import { z } from 'zod';
import { locales } from '../../i18n/locale.ts';
import type { CrisisLists } from '../crisis/crisis-lists.ts';
import {
  crisisSubjectSchema,
  crisisWordsSchema,
  harmlessSchema,
} from '../crisis/crisis-schemas.ts';
import { createTokeniser } from '../words/tokeniser.ts';
import {
  everydaySchema,
  languages,
  type NormaliseRules,
  negationSchema,
  normaliseSchema,
  preferenceSchema,
  type SearchSettings,
  settingsSchema,
  situationWordsSchema,
  type TimeWord,
  timesSchema,
} from './definition-schemas.ts';

/**
 * What a good answer is, read from search-index/: fields and their weights, typo rules, limits, and the
 * words residents use. Both engines are set up from it. Its words are data that editors grow; a new word
 * never needs a change here.
 */

export interface SearchDefinition {
  settings: SearchSettings;
  normalise: NormaliseRules;
  /** Words without content, all languages together. */
  stopWords: ReadonlySet<string>;
  /** Words that say little by themselves in a directory: "club", "help". */
  weakWords: ReadonlySet<string>;
  /** Groups of words that mean the same. */
  synonyms: string[][];
  /** By need slug. */
  everyday: ReadonlyMap<string, { phrases: string[]; avoid: string[] }>;
  /** By situation slug. */
  situations: ReadonlyMap<string, { phrases: string[]; avoid: string[]; onlyWith: string[] }>;
  crisis: CrisisLists;
  /** Words about the search itself: "phone number", "near me". */
  aboutSearch: string[];
  /** Words that what follows, or what goes before, is not wanted. */
  negation: { before: string[]; after: string[] };
  times: Record<TimeWord, string[]>;
  /** By place outside the borough, as it is called: the words for it. */
  outside: Record<string, string[]>;
  /** By kind of help, from content/lists/offers.yaml. */
  wants: Record<string, string[]>;
  /** By facet and value: words that put listings with that value first. */
  preferences: Record<'who' | 'area' | 'language' | 'cost' | 'way', Record<string, string[]>>;
}

/** `files`: text by path inside search-index/. Throws with file and field on anything unexpected. */
export function parseDefinition(files: ReadonlyMap<string, string>): SearchDefinition {
  const yaml = <T>(path: string, schema: z.ZodType<T>) => read(files, path, parse, schema);
  const json = <T>(path: string, schema: z.ZodType<T>) => read(files, path, JSON.parse, schema);
  const namesIn = (folder: string) =>
    [...files.keys()]
      .filter((path) => path.startsWith(folder) && path.endsWith('.yaml'))
      .sort()
      .map((path) => path.slice(folder.length, -'.yaml'.length));
  const wordsOf = <T>(folder: string, schema: z.ZodType<T>) =>
    new Map(namesIn(folder).map((name) => [name, yaml(`${folder}${name}.yaml`, schema)]));
  const preference = (facet: string) => yaml(`preferences/${facet}.yaml`, preferenceSchema);
  const normalise = json('normalise.json', normaliseSchema);
  const tokeniser = createTokeniser(normalise);
  return {
    settings: json('definition.json', settingsSchema),
    normalise,
    stopWords: new Set(locales.flatMap((code) => words(files, `stopwords.${code}.txt`))),
    weakWords: new Set(words(files, 'weak-words.txt')),
    // As typed words are compared: composed letters apart, marks dropped.
    synonyms: json('lexical.json', z.array(z.array(z.string()).min(2))).map((group) =>
      group.flatMap((word) => tokeniser.words(word)),
    ),
    everyday: wordsOf('everyday/', everydaySchema),
    situations: wordsOf('situations/', situationWordsSchema),
    crisis: {
      words: yaml('crisis/words.yaml', crisisWordsSchema),
      harmless: yaml('crisis/harmless.yaml', harmlessSchema),
      subjects: namesIn('crisis/')
        .filter((name) => name !== 'words' && name !== 'harmless')
        .map((name) => ({ name, ...yaml(`crisis/${name}.yaml`, crisisSubjectSchema) })),
    },
    aboutSearch: all(yaml('about-search.yaml', z.strictObject(languages))),
    negation: yaml('negation.yaml', negationSchema),
    times: yaml('times.yaml', timesSchema),
    outside: yaml('outside.yaml', preferenceSchema),
    wants: yaml('wants.yaml', preferenceSchema),
    preferences: {
      who: preference('who'),
      area: preference('area'),
      language: preference('language'),
      cost: preference('cost'),
      way: preference('way'),
    },
  };
}

function all(words: Record<string, string[]>): string[] {
  return Object.values(words).flat();
}

function words(files: ReadonlyMap<string, string>, path: string): string[] {
  return text(files, path).split(/\s+/).filter(Boolean);
}

function text(files: ReadonlyMap<string, string>, path: string): string {
  const found = files.get(path);
  if (found === undefined) throw new Error(`search-index/${path} is missing. Restore it.`);
  return found;
}

function read<T>(
  files: ReadonlyMap<string, string>,
  path: string,
  parseText: (text: string) => unknown,
  schema: z.ZodType<T>,
): T {
  const result = schema.safeParse(parsed(text(files, path), path, parseText));
  if (result.success) return result.data;
  throw new Error(`search-index/${path}: ${z.prettifyError(result.error)}`);
}

function parsed(content: string, path: string, parseText: (text: string) => unknown): unknown {
  try {
    return parseText(content);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : 'its form is wrong';
    throw new Error(`search-index/${path} cannot be read: ${reason}`, { cause });
  }
}
