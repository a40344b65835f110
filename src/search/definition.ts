import { parse } from 'yaml';
import { z } from 'zod';
import { facetNames } from './port.ts';

/**
 * What a good answer is, read from search-index/: fields and their weights, typo rules, limits, and the
 * words residents use. Both engines are set up from it. Its words are data that editors grow; a new word
 * never needs a change here.
 */

const hex = z.string().regex(/^[0-9A-F]{4,5}$/);
const phrases = z.array(z.coerce.string().trim().min(1)).default([]);

const normaliseSchema = z.strictObject({
  /** Code points without meaning of their own: joiners, soft hyphen. */
  remove: z.array(hex),
  /** Left out, so that "can't" and "cant" are one word. */
  apostrophes: z.array(hex),
  /** The zero of each script whose ten digits are read as 0-9. */
  zeros: z.array(hex),
});
export type NormaliseRules = z.infer<typeof normaliseSchema>;

const settingsSchema = z.strictObject({
  /** In order of importance, as Meilisearch needs them; the weights are MiniSearch's. */
  fields: z.array(
    z.strictObject({
      name: z.enum([
        'name',
        'otherNames',
        'summary',
        'description',
        'needLabels',
        'who',
        'place',
        'partOf',
        'bengali',
        'somali',
      ]),
      weight: z.number().positive(),
      isName: z.literal(true).optional(),
      /** What Meilisearch cuts its words by; left out where languages are mixed or unknown to it. */
      language: z.enum(['ben', 'eng']).optional(),
    }),
  ),
  /** Word lengths from which one and two wrong letters are forgiven. */
  typos: z.strictObject({ oneFrom: z.number().int(), twoFrom: z.number().int() }),
  /** From which likelihood a need guessed from a sentence is suggested, and used. */
  guess: z.strictObject({
    suggestFrom: z.number(),
    useFrom: z.number(),
    /** A second need is used as well from this share of the first one's likelihood. */
    secondFrom: z.number(),
    /** From which likeness a spotted phrase is taken as said, not as what a word might become. */
    sureFrom: z.number(),
    /** Phrases that explain a smaller share of the words are weighed against the guess. */
    explainedFrom: z.number(),
    /** Needs that hurt if wrongly assumed: guessed only if likelier than any other by this factor. */
    careful: z.array(z.string()),
    carefulAheadBy: z.number(),
  }),
  filterable: z.array(z.enum([...facetNames, 'mainNeed'])),
  sortable: z.array(z.enum(['freshness', 'nameOrder'])),
  limits: z.strictObject({
    /** Longer text is cut, not refused. */
    queryCharacters: z.number().int().positive(),
    words: z.number().int().positive(),
    /** Needs used from one query. */
    needs: z.number().int().positive(),
    suggestedNeeds: z.number().int().positive(),
    /** Listings with any one of the words are added only if the better rules found fewer than this. */
    tailBelow: z.number().int().nonnegative(),
    perPage: z.number().int().positive(),
    mostPerPage: z.number().int().positive(),
  }),
  meilisearch: z.strictObject({
    /** In order; each decides between listings that those before it hold equal. */
    rankingRules: z.array(z.string()).min(1),
    /** How deep one list goes; pages further down are the embedded engine's. */
    mostHits: z.number().int().positive(),
    mostFacetValues: z.number().int().positive(),
    /** After this it answers with what it has ranked so far. */
    cutOffMs: z.number().int().positive(),
  }),
});
export type SearchSettings = z.infer<typeof settingsSchema>;

const languages = { en: phrases, bn: phrases, 'bn-latn': phrases, so: phrases };
const everydaySchema = z.strictObject({ ...languages, avoid: phrases });
const crisisSchema = z.strictObject({
  suicide: z.strictObject(languages),
  danger: z.strictObject(languages),
  emergency: z.strictObject(languages),
  avoid: phrases,
});
const preferenceSchema = z.record(z.string(), phrases);

export interface SearchDefinition {
  settings: SearchSettings;
  normalise: NormaliseRules;
  /** Words without content, all languages together. */
  stopWords: ReadonlySet<string>;
  /** Words that say little by themselves in a directory: "club", "help". */
  weakWords: ReadonlySet<string>;
  /** Groups of words that mean the same. */
  equivalents: string[][];
  /** By need slug. */
  everyday: ReadonlyMap<string, { phrases: string[]; avoid: string[] }>;
  /** By situation slug. */
  situations: ReadonlyMap<string, { phrases: string[]; avoid: string[] }>;
  crisis: { suicide: string[]; danger: string[]; emergency: string[]; avoid: string[] };
  /** By facet and value: words that put listings with that value first. */
  preferences: Record<'who' | 'area' | 'language' | 'cost' | 'way', Record<string, string[]>>;
}

/** `files`: text by path inside search-index/. Throws with file and field on anything unexpected. */
export function parseDefinition(files: ReadonlyMap<string, string>): SearchDefinition {
  const yaml = <T>(path: string, schema: z.ZodType<T>) => read(files, path, parse, schema);
  const json = <T>(path: string, schema: z.ZodType<T>) => read(files, path, JSON.parse, schema);
  const phrasesOf = (folder: string) =>
    new Map(
      [...files.keys()]
        .filter((path) => path.startsWith(folder) && path.endsWith('.yaml'))
        .sort()
        .map((path) => {
          const { avoid, ...words } = yaml(path, everydaySchema);
          return [path.slice(folder.length, -'.yaml'.length), { phrases: all(words), avoid }];
        }),
    );
  const preference = (facet: string) => yaml(`preferences/${facet}.yaml`, preferenceSchema);
  const crisis = yaml('crisis.yaml', crisisSchema);
  return {
    settings: json('definition.json', settingsSchema),
    normalise: json('normalise.json', normaliseSchema),
    stopWords: new Set(['en', 'bn', 'so'].flatMap((code) => words(files, `stopwords.${code}.txt`))),
    weakWords: new Set(words(files, 'weak-words.txt')),
    equivalents: json('lexical.json', z.array(z.array(z.string()).min(2))),
    everyday: phrasesOf('everyday/'),
    situations: phrasesOf('situations/'),
    crisis: {
      suicide: all(crisis.suicide),
      danger: all(crisis.danger),
      emergency: all(crisis.emergency),
      avoid: crisis.avoid,
    },
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
