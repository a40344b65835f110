import { z } from 'zod';
import { facetNames } from '../port.ts';

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

export const settingsSchema = z.strictObject({
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
    /** From which likeness a spotted phrase is taken as said, not as what a word might become. */
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

export const languages = { en: phrases, bn: phrases, 'bn-latn': phrases, so: phrases };
export const everydaySchema = z.strictObject({ ...languages, avoid: phrases });
export const situationWordsSchema = everydaySchema.extend({
  /** It is guessed at only where one of these is said. None: always. */
  onlyWith: phrases,
});
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

export type TimeWord = keyof z.infer<typeof timesSchema>;
