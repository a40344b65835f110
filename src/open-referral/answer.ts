import type { Places } from '../directory/places.ts';
import { filterServices } from './asking/filters.ts';
import { toPage } from './asking/page.ts';
import { DEFAULT_PER_PAGE, type ParameterName, type Query } from './asking/parameters.ts';
import { readQuery, refuse } from './asking/read-query.ts';
import type { ApiDetails, Page, Problem } from './entities/page.ts';
import type { Entry, Feed } from './feed.ts';

/** What each address of the feed answers, as values. */
export type FeedAnswer = { ok: true; body: unknown } | { ok: false; problem: Problem };

export interface FeedDependencies {
  feed: Feed;
  findPlace: Places['findPlace'];
  /** Slugs of the listings that words find, the best first. */
  findByWords(words: string): Promise<string[]>;
}

/** Where the feed begins, on any site. */
export const FEED_PATH = '/api/open-referral';
const PROFILE = 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md';

const paging = ['page', 'per_page', 'format'] as const;
const ofServices = [
  ...paging,
  'search',
  'taxonomy_term_id',
  'taxonomy_id',
  'organization_id',
  'minimum_age',
  'maximum_age',
  'day',
  'start_time',
  'end_time',
  'postcode',
  'proximity',
  'modified_after',
  'full',
] as const;

/** The lists, and what each may be asked for. */
export const lists = {
  services: ofServices,
  service_at_locations: ofServices,
  taxonomies: paging,
  taxonomy_terms: [...paging, 'taxonomy_id', 'parent_id', 'top_only'],
} as const satisfies Record<string, readonly ParameterName[]>;
export type ListName = keyof typeof lists;

/** GET /: what this is. The standard's name is exactly so: validators read the figure out of it. */
export function describeFeed(siteUrl: URL): ApiDetails {
  return {
    version: 'HSDS-UK-3.0',
    profile: PROFILE,
    openapi_url: new URL(`${FEED_PATH}/openapi.json`, siteUrl).href,
  };
}

/** GET /{list} */
export async function answerList(
  name: string | undefined,
  search: URLSearchParams,
  dependencies: FeedDependencies,
): Promise<FeedAnswer> {
  if (!isList(name)) return notFound();
  const read = readQuery(search, lists[name]);
  if (!read.ok) return read;
  const { query } = read;
  const place = query.postcode ? dependencies.findPlace(query.postcode) : undefined;
  if (query.postcode && !place) {
    return refuse('postcode', 'is not one that we know', 'Write a postcode of the borough.');
  }
  const found = query.search ? await dependencies.findByWords(query.search) : undefined;
  const entries = findEntries(name, query, dependencies.feed, { from: place, found });
  const page = toPage(entries, query.page ?? 1, query.per_page ?? DEFAULT_PER_PAGE);
  return { ok: true, body: toBody(page, query) };
}

/** GET /{list}/{id}. Ids are the same in capitals. */
export function answerOne(
  name: string | undefined,
  id: string | undefined,
  { feed }: Pick<FeedDependencies, 'feed'>,
): FeedAnswer {
  if (!isList(name)) return notFound();
  const found = entriesOf(name, feed).find((entry) => entry.id === id?.toLowerCase());
  return found ? { ok: true, body: found.whole } : notFound();
}

export function notFound(): FeedAnswer & { ok: false } {
  return {
    ok: false,
    problem: {
      title: 'There is nothing at this address.',
      status: 404,
      detail: `Write ${Object.keys(lists).join(', ')} after ${FEED_PATH}/, and after that an id from that list.`,
    },
  };
}

function isList(name: string | undefined): name is ListName {
  return name !== undefined && Object.hasOwn(lists, name);
}

type AnyEntry = Entry<object, object>;

function entriesOf(name: ListName, feed: Feed): readonly AnyEntry[] {
  const byName: Record<ListName, readonly AnyEntry[]> = {
    services: feed.services,
    service_at_locations: feed.serviceAtLocations,
    taxonomies: feed.taxonomies,
    taxonomy_terms: feed.terms,
  };
  return byName[name];
}

function findEntries(
  name: ListName,
  query: Query,
  feed: Feed,
  { from, found }: Pick<Parameters<typeof filterServices>[2], 'from' | 'found'>,
): readonly AnyEntry[] {
  if (name === 'taxonomies') return feed.taxonomies;
  if (name === 'taxonomy_terms') {
    return feed.terms.filter(
      ({ whole: { taxonomy_id, parent_id } }) =>
        (!query.taxonomy_id || taxonomy_id === query.taxonomy_id) &&
        (!query.parent_id || parent_id === query.parent_id) &&
        (!query.top_only || parent_id === undefined),
    );
  }
  return filterServices(entriesOf(name, feed), query, { from, found, firstDay: feed.firstDay });
}

function toBody(page: Page<AnyEntry>, { full }: Query): Page<object> {
  return { ...page, contents: page.contents.map(({ whole, inList }) => (full ? whole : inList)) };
}
