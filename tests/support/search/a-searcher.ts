import type { PublicListing } from '../../../src/directory/public-listing.ts';
import type { Moment } from '../../../src/directory/timetable/session-times.ts';
import { today } from '../../../src/platform/clock.ts';
import { commonWords, englishWords } from '../../../src/platform/files/english-words.ts';
import { createEmbeddedEngine } from '../../../src/search/engines/embedded.ts';
import type { Searcher, SearchRequest, SearchResponse } from '../../../src/search/port.ts';
import { createSearcher, type SearcherParts } from '../../../src/search/searcher.ts';
import { directory, searchModels } from '../../../src/wiring.ts';
import { searchDefinition } from './search-definition.ts';

/** Search over made-up listings on a Tuesday morning, with the real words, lists, postcodes and what is learnt from them. */
export function aSearcher(
  listings: readonly PublicListing[],
  createEngine: SearcherParts['createEngine'] = createEmbeddedEngine,
  now: Moment = { date: '2026-12-01', time: '10:30' },
): Searcher {
  return createSearcher({
    listings,
    lists: directory.lists,
    places: directory.places,
    situations: directory.situations,
    site: directory.site,
    definition: searchDefinition,
    models: searchModels(),
    englishWords,
    commonWords,
    indexVersion: 'test',
    today: today(),
    now: () => now,
    createEngine,
    clock: () => 0,
  });
}

export function aRequest(parts: Partial<SearchRequest> = {}): SearchRequest {
  return {
    q: '',
    locale: 'en',
    filters: {},
    near: '',
    sort: 'relevance',
    page: 1,
    perPage: 10,
    literal: false,
    ...parts,
  };
}

export function idsOf(response: SearchResponse): string[] {
  return response.hits.map((hit) => hit.id);
}
