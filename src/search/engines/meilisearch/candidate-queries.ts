import type { Plan, PlannedWord } from '../../plan/plan.ts';
import { allOf, type Condition, equals, isIn } from './conditions.ts';
import type { SearchQuery } from './multi-search.ts';

/** Lists to ask for. Listings of `rest` come after the others, however the ranking weighs them. */
export interface CandidateQueries {
  /** Of all that is found as many as are wanted; to be counted too. */
  all: SearchQuery;
  best: SearchQuery[];
  rest: SearchQuery[];
}

// Of a large index, for each of the best by words, the best by need and any others. To send a listing's id
// takes Meilisearch longer than to find it, and nobody reads thirty pages.
const BEST = 300;
const BY_NAME = ['freshness:asc', 'nameOrder:asc'];

/**
 * What the ranking needs of the listings that `found` finds. Where the whole index fits into one list, that
 * is all of them, in no order. Of a larger one it is what Meilisearch itself thinks best, so there the first
 * page may differ from the embedded engine's. The best are the same for every page, so that pages fit together.
 */
export function toCandidateQueries(
  plan: Plan,
  found: Condition,
  { fits, most }: { fits: boolean; most: number },
): CandidateQueries {
  const query = (condition: Condition, limit: number, more: Partial<SearchQuery> = {}) => ({
    condition,
    q: '',
    limit: Math.min(limit, most),
    attributesToRetrieve: ['id'],
    ...more,
  });
  const needed = plan.offset + plan.limit;
  if (plan.sort === 'name') {
    return { all: query(found, needed, { sort: ['nameOrder:asc'] }), best: [], rest: [] };
  }
  if (fits) return { all: query(found, most), best: [], rest: [] };
  const nearest = plan.from && `_geoPoint(${plan.from.latitude}, ${plan.from.longitude}):asc`;
  if (plan.sort === 'distance' && nearest) {
    const placed = query(allOf([found, equals('isPlaced', true)]), needed, {
      sort: [nearest, ...BY_NAME],
    });
    const others = allOf([found, equals('isPlaced', false)]);
    return {
      all: query(found, 0),
      best: [placed, query(others, needed, { sort: BY_NAME })],
      rest: [],
    };
  }
  const firsts = plan.pinned.map(({ listing }) => listing);
  const words = likeliest(plan.words);
  const order = nearest ? { sort: [nearest] } : {};
  return {
    all: query(found, BEST, order),
    best: [
      query(allOf([found, isIn('id', firsts)]), Math.max(firsts.length, 1)),
      query(words !== '' && found, BEST, { q: words, matchingStrategy: 'frequency' }),
      query(allOf([found, isIn('mainNeed', plan.needs)]), BEST, order),
    ],
    rest: needed > BEST ? [query(found, most, order)] : [],
  };
}

/** For each word the one of the index that is likeliest meant. */
function likeliest(words: readonly PlannedWord[]): string {
  return words
    .filter(({ role }) => role === 'content' || role === 'preference')
    .flatMap(({ terms, halves }) => {
      const [best] = [...terms].toSorted((a, b) => b[1] - a[1]);
      return best ? [best[0]] : (halves ?? []);
    })
    .join(' ');
}
