import fs from 'node:fs';
import { z } from 'zod';
import type { PublicListing } from '../../../src/directory/public-listing.ts';
import { locales } from '../../../src/i18n/locale.ts';
import type { Searcher } from '../../../src/search/port.ts';

/** One line of search-index/judged-queries.jsonl: what a navigator would accept as an answer. */
const judgedQuerySchema = z.strictObject({
  query: z.string().min(1),
  lang: z.enum(locales),
  class: z.string(),
  /** Listings with one of these needs are right. */
  needs: z.array(z.string()).default([]),
  /** These listings are right. */
  listings: z.array(z.string()).default([]),
  /** Listings whose name matches are right. */
  nameMatches: z.string().optional(),
  /** This listing must come first; `because` says why. */
  first: z.string().optional(),
  because: z.string().optional(),
  /** Listings that must not be among the first ten. */
  not: z.array(z.string()).default([]),
  /** Needs that must not be understood. */
  notNeeds: z.array(z.string()).default([]),
  /** The directory has nothing for it; no hits are then a good answer. */
  noRelevant: z.boolean().default(false),
});
export type JudgedQuery = z.infer<typeof judgedQuerySchema>;

export interface Judgement {
  query: JudgedQuery;
  /** A right listing is among the first three, and nothing that must not be. */
  succeeds: boolean;
  /** nDCG@10; undefined where nothing is relevant. */
  ndcg: number | undefined;
  /** Is `first` first? undefined where no listing must be. */
  firstIsRight: boolean | undefined;
  total: number;
  /** The first ten. */
  found: string[];
  understood: string[];
}

export function loadJudgedQueries(path: string): JudgedQuery[] {
  return fs
    .readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => judgedQuerySchema.parse(JSON.parse(line)));
}

export async function judge(
  query: JudgedQuery,
  searcher: Searcher,
  listings: readonly PublicListing[],
): Promise<Judgement> {
  const { hits, total, understood } = await searcher.search({
    q: query.query,
    locale: query.lang,
    filters: {},
    near: '',
    sort: 'relevance',
    page: 1,
    perPage: 10,
    literal: false,
  });
  const found = hits.map((hit) => hit.id);
  const gains = new Map(listings.map((listing) => [listing.slug, gainOf(query, listing)]));
  const gain = (slug: string) => gains.get(slug) ?? 0;
  const isWronglyThere =
    query.not.some((slug) => found.includes(slug)) ||
    query.notNeeds.some((need) => understood.needs.includes(need));
  const isRight = query.noRelevant || found.slice(0, 3).some((slug) => gain(slug) > 0);
  const ideal = discounted([...gains.values()].toSorted((a, b) => b - a));
  return {
    query,
    succeeds: isRight && !isWronglyThere,
    ndcg: query.noRelevant || ideal === 0 ? undefined : discounted(found.map(gain)) / ideal,
    firstIsRight: query.first === undefined ? undefined : found[0] === query.first,
    total,
    found,
    understood: understood.needs,
  };
}

export interface Figures {
  queries: number;
  success: number;
  ndcg: number;
}

export function summarise(judgements: readonly Judgement[]): Figures {
  const measured = judgements.flatMap(({ ndcg }) => (ndcg === undefined ? [] : [ndcg]));
  return {
    queries: judgements.length,
    success: mean(judgements.map(({ succeeds }) => (succeeds ? 1 : 0))),
    ndcg: mean(measured),
  };
}

export function byClass(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  return Map.groupBy(judgements, (judgement) => judgement.query.class);
}

/** A listing named by hand, or whose main need is asked for: 3. One of its other needs: 2. */
function gainOf(query: JudgedQuery, listing: PublicListing): number {
  if (listing.status !== 'open') return 0;
  if (query.listings.includes(listing.slug)) return 3;
  if (query.nameMatches && new RegExp(query.nameMatches, 'i').test(listing.name)) return 3;
  const [main, ...others] = listing.needs;
  if (main && query.needs.includes(main)) return 3;
  return others.some((need) => query.needs.includes(need)) ? 2 : 0;
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, i) => sum + (2 ** gain - 1) / Math.log2(i + 2), 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
}
