import { z } from 'zod';
import { byLanguage, type TranslatedLocale, translatedLocales } from '../../i18n/locale.ts';
import { facetNames } from '../port.ts';
import { type TypedLanguage, typedLanguages } from '../words/typed-languages.ts';
import { type TranslationField, translationField } from './translation-fields.ts';

/** The form of the files in search-index/. */

const hex = z.string().regex(/^[0-9A-F]{4,5}$/);
const phrases = z.array(z.coerce.string().trim().min(1)).default([]);

export const normaliseSchema = z.strictObject({
  /** Code points without meaning of their own: joiners, soft hyphen. */
  remove: z.array(hex),
  /** Left out, so that "can't" and "cant" are one word. */
  apostrophes: z.array(hex),
  /** The zero of each script whose ten digits are read as 0-9. */
  zeros: z.array(hex),
});
export type NormaliseRules = z.infer<typeof normaliseSchema>;

/** The name that Meilisearch has for a language, to cut its words by. */
const cutting = z.string().regex(/^[a-z]{3}$/);

const ownField = z.strictObject({
  name: z.enum([
    'name',
    'otherNames',
    'summary',
    'description',
    'needLabels',
    'who',
    'place',
    'partOf',
  ] as const),
  weight: z.number().positive(),
  isName: z.literal(true).optional(),
  /** Left out where languages are mixed. */
  language: cutting.optional(),
});

/** Stands for one field in each language that listings are translated into. */
const translationsField = z.strictObject({
  name: z.literal('translations'),
  weight: z.number().positive(),
  /** Left out for a language that Meilisearch does not know. */
  languages: z.strictObject(byLanguage(translatedLocales, () => cutting.optional())),
});

export interface SearchField {
  name: z.infer<typeof ownField>['name'] | TranslationField;
  weight: number;
  isName?: true | undefined;
  language?: string | undefined;
}

// The fields that hold a word are kept as bits of 16.
const MOST_FIELDS = 16;

export const settingsSchema = z.strictObject({
  /** In order of importance, as Meilisearch needs them; the weights are MiniSearch's. */
  fields: z
    .array(z.union([ownField, translationsField]))
    .transform((fields): SearchField[] =>
      fields.flatMap((field) =>
        field.name === 'translations' ? toFieldsByLanguage(field) : [field],
      ),
    )
    .refine((fields) => fields.length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`),
  /** Word lengths from which one and two wrong letters are forgiven. */
  typos: z.strictObject({ oneFrom: z.number().int(), twoFrom: z.number().int() }),
  /** From which likelihood what is guessed from a sentence is suggested, and used. */
  guess: z.strictObject({
    need: z.strictObject({
      suggestFrom: z.number(),
      useFrom: z.number(),
      /** A second need is used as well from this share of the first one's likelihood. */
      secondFrom: z.number(),
      /** For needs that hurt if wrongly assumed. */
      carefulFrom: z.number(),
    }),
    situation: z.strictObject({ suggestFrom: z.number(), useFrom: z.number() }),
    /** From which similarity a matched phrase is taken as meant, not as what a word might become. */
    sureFrom: z.number(),
    /** Phrases that explain a smaller share of the words are weighed against the guess. */
    explainedFrom: z.number(),
    /** Needs that hurt if wrongly assumed. */
    careful: z.array(z.string()),
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
    suggestedSituations: z.number().int().positive(),
    /** Listings that a link worker would name first for one search. */
    first: z.number().int().positive(),
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

function toFieldsByLanguage({
  weight,
  languages,
}: z.infer<typeof translationsField>): SearchField[] {
  return translatedLocales.map((locale: TranslatedLocale) => ({
    name: translationField(locale),
    weight,
    language: languages[locale],
  }));
}

export const languages = byLanguage(typedLanguages, () => phrases);
const wordsFile = z.strictObject({ ...languages, avoid: phrases });
export const everydaySchema = wordsFile.transform(({ avoid, ...words }) => ({
  phrases: inAllLanguages(words),
  avoid,
}));
export const situationWordsSchema = wordsFile
  .extend({
    /** It is guessed at only where one of these is said. None: always. */
    onlyWith: phrases,
  })
  .transform(({ avoid, onlyWith, ...words }) => ({
    phrases: inAllLanguages(words),
    avoid,
    onlyWith,
  }));
export const preferenceSchema = z.record(z.string(), phrases);
export const negationSchema = z.strictObject({ before: phrases, after: phrases });
export const timesSchema = z.strictObject({
  mon: phrases,
  tue: phrases,
  wed: phrases,
  thu: phrases,
  fri: phrases,
  sat: phrases,
  sun: phrases,
  weekend: phrases,
  morning: phrases,
  evening: phrases,
  now: phrases,
});

function inAllLanguages(words: Record<TypedLanguage, string[]>): string[] {
  return typedLanguages.flatMap((language) => words[language]);
}

export type TimeWord = keyof z.infer<typeof timesSchema>;
