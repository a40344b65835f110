import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Locale } from '../../src/i18n/locale.ts';
import { typedLanguages } from '../../src/search/words/typed-languages.ts';

/** One line of search-index/graded-queries.jsonl: what a link worker would give, and how gladly. */
const gradedQuerySchema = z.looseObject({
  query: z.string().min(1),
  /** bn-latn: Bengali or Sylheti in English letters. */
  lang: z.enum(typedLanguages),
  /** 3: what they would give first, 2: good, 1: not wrong. */
  grades: z.record(z.string(), z.number().int().min(1).max(3)).default({}),
  /** At least one of these is among the first three. */
  first: z.array(z.string()).default([]),
  /** None of these is on the first page. */
  never: z.array(z.string()).default([]),
});
export type GradedQuery = z.infer<typeof gradedQuerySchema>;

export interface Grading {
  /** undefined: no listing has to be first. */
  hasFirst: boolean | undefined;
  /** Of what is shown, the share that is graded; undefined: nothing is shown, or nothing is graded. */
  precision: number | undefined;
  /** undefined: nothing is graded. */
  ndcg: number | undefined;
  /** Listings shown that must never be. */
  never: string[];
}

export interface GradedFigures {
  queries: number;
  first: number;
  precision: number;
  ndcg: number;
  never: number;
}

const PAGE = 10;

/** undefined: there is no such file. */
export function loadGradedQueries(path: string): GradedQuery[] | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => gradedQuerySchema.parse(JSON.parse(line)));
}

/** `found`: slugs in the order of the results; those past the first page are left out of account. */
export function grade({ grades, first, never }: GradedQuery, found: readonly string[]): Grading {
  const page = found.slice(0, PAGE);
  const gradeOf = (slug: string) => grades[slug] ?? 0;
  const ideal = discounted(Object.values(grades).toSorted((a, b) => b - a));
  const isGraded = ideal > 0;
  return {
    hasFirst: first.length > 0 ? page.slice(0, 3).some((slug) => first.includes(slug)) : undefined,
    precision:
      isGraded && page.length > 0
        ? page.filter((slug) => gradeOf(slug) > 0).length / page.length
        : undefined,
    ndcg: isGraded ? discounted(page.map(gradeOf)) / ideal : undefined,
    never: page.filter((slug) => never.includes(slug)),
  };
}

export function toFigures(gradings: readonly Grading[]): GradedFigures {
  const firsts = gradings.flatMap(({ hasFirst }) => (hasFirst === undefined ? [] : [hasFirst]));
  return {
    queries: gradings.length,
    first: mean(firsts.map(Number)),
    precision: mean(gradings.flatMap(({ precision }) => precision ?? [])),
    ndcg: mean(gradings.flatMap(({ ndcg }) => ndcg ?? [])),
    never: gradings.reduce((sum, { never }) => sum + never.length, 0),
  };
}

function discounted(grades: readonly number[]): number {
  return grades
    .slice(0, PAGE)
    .reduce((sum, each, index) => sum + (2 ** each - 1) / Math.log2(index + 2), 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(numbers.length, 1);
}

/** The language of the page that such a query is typed on. */
export function toLocale(lang: GradedQuery['lang']): Locale {
  return lang === 'bn-latn' ? 'bn' : lang;
}
