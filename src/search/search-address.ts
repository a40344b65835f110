import { type Locale, localisePath } from '../i18n/locale.ts';
import { type Filters, facetNames, type SearchRequest } from './port.ts';

/** What the address of a search holds: its whole state. */
export type SearchState = Pick<
  SearchRequest,
  'q' | 'near' | 'filters' | 'openNow' | 'sort' | 'page' | 'literal'
>;

/** '?q=yoga&cost=free': everything that is not empty or usual, always in the same order. */
export function toSearchQuery(state: SearchState): string {
  const query = new URLSearchParams();
  if (state.q) query.set('q', state.q);
  for (const facet of facetNames) {
    for (const value of state.filters[facet] ?? []) query.append(facet, value);
  }
  if (state.openNow) query.set('open', 'now');
  if (state.near) query.set('near', state.near);
  if (state.sort !== 'relevance') query.set('sort', state.sort);
  if (state.literal) query.set('literal', '1');
  if (state.page > 1) query.set('page', String(state.page));
  return query.size > 0 ? `?${query}` : '';
}

/** The address of a search page. Anything but the page number changed leads to page 1. */
export function toSearchAddress(
  locale: Locale,
  state: SearchState,
  changes: Partial<SearchState> = {},
): string {
  return localisePath(locale, '/search/') + toSearchQuery({ ...state, page: 1, ...changes });
}

export function countFilters(filters: Filters): number {
  return facetNames.reduce((count, facet) => count + (filters[facet]?.length ?? 0), 0);
}
