import type { Lists } from '../../directory/lists.ts';
import {
  type CrisisKind,
  type Filters,
  facetNames,
  type SearchRequest,
  type SearchResponse,
} from '../port.ts';
import { facetItems } from './facet-groups.ts';

/** What the page of results must decide about a search, apart from its words. */

export interface ResultsView {
  /**
   * start: nothing asked yet. none: nothing found. no-such-page: something found, but the page asked
   * for is past the end. found: hits to show.
   */
  outcome: 'start' | 'none' | 'no-such-page' | 'found';
  /** At least 1: a search that found nothing has one page that says so. */
  pages: number;
  /** Orders to choose from. Without words there is no best match, without a place no nearest. */
  sorts: Sort[];
  /** The order in use. */
  sort: Sort;
}

type Sort = SearchRequest['sort'];

export function toResultsView(request: SearchRequest, response: SearchResponse): ResultsView {
  const pages = Math.max(1, Math.ceil(response.total / response.perPage));
  const sorts = toSorts(request, response);
  return {
    outcome: toOutcome(request, response, pages),
    pages,
    sorts,
    sort: sorts.find((sort) => sort === request.sort) ?? sorts[0] ?? 'name',
  };
}

function toOutcome(
  request: SearchRequest,
  response: SearchResponse,
  pages: number,
): ResultsView['outcome'] {
  const isAsking =
    request.q !== '' ||
    request.near !== '' ||
    Boolean(request.openNow) ||
    Object.keys(request.filters).length > 0;
  if (!isAsking && request.page === 1) return 'start';
  if (response.total === 0) return 'none';
  return request.page > pages ? 'no-such-page' : 'found';
}

// The first is the one used when none was asked for.
function toSorts(request: SearchRequest, { understood, hits }: SearchResponse): Sort[] {
  const sorts: Sort[] = [];
  // Words that were all postcode are browsing too.
  const isBrowsing = request.q === '' || (hits.length > 0 && hits.every(isBrowsed));
  if (!isBrowsing) sorts.push('relevance');
  if (understood.near?.state === 'found') sorts.push('distance');
  sorts.push('name');
  return sorts;
}

function isBrowsed(hit: SearchResponse['hits'][number]): boolean {
  return hit.why.by === 'browse';
}

/** Filters whose values exist, and whether any was left out: an old or mistyped link. */
export function keepKnownFilters(
  filters: Filters,
  lists: Lists,
): { filters: Filters; hasUnknown: boolean } {
  const valid: Filters = {};
  let hasUnknown = false;
  for (const facet of facetNames) {
    const items = facetItems(lists, facet);
    const asked = filters[facet] ?? [];
    const existing = asked.filter((value) => items.some(({ slug }) => slug === value));
    if (existing.length < asked.length) hasUnknown = true;
    if (existing.length > 0) valid[facet] = existing;
  }
  return { filters: valid, hasUnknown };
}

const MOST_SHOWN = 60;

/** Words as a heading can bear them. */
export function shorten(words: string): string {
  const characters = [...words];
  if (characters.length <= MOST_SHOWN) return words;
  return `${characters.slice(0, MOST_SHOWN).join('').trimEnd()}…`;
}

/** Somebody at home must not see what was looked for: danger, abuse, a situation that is private. */
export function isPrivateSearch(
  { filters }: Pick<SearchRequest, 'filters'>,
  { needs }: Pick<SearchResponse['understood'], 'needs'>,
  situations: readonly { private?: true | undefined }[],
  dangers: readonly CrisisKind[],
): boolean {
  return (
    dangers.includes('danger') ||
    situations.some((each) => each.private) ||
    [...needs, ...(filters.need ?? [])].includes('domestic-abuse')
  );
}
