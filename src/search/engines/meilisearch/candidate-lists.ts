import type { Plan, PlannedWord } from '../../plan.ts';
import type { Question } from './ask.ts';
import { allOf, type Condition, equals, isIn } from './conditions.ts';

/** How many of a large index's best are asked for by their words, and by their main need. */
const BEST = 400;
const BY_NAME = ['freshness:asc', 'nameOrder:asc'];

/**
 * Lists that together hold what the ranking needs of the listings that `found` finds. Where the whole index
 * fits into one list, that list is all of them, in no order. Of a larger one they hold the thousand that
 * Meilisearch itself thinks best, and so the first page may differ from the embedded engine's.
 */
export function toCandidateLists(
  plan: Plan,
  found: Condition,
  { fits, most }: { fits: boolean; most: number },
): Question[] {
  const question = (condition: Condition, limit: number, more: Partial<Question> = {}) => ({
    ...{ condition, q: '', limit, attributesToRetrieve: ['id'], ...more },
  });
  const needed = plan.offset + plan.limit;
  if (plan.sort === 'name') return [question(found, needed, { sort: ['nameOrder:asc'] })];
  if (fits) return [question(found, most)];
  const sort = plan.from
    ? [`_geoPoint(${plan.from.latitude}, ${plan.from.longitude}):asc`, ...BY_NAME]
    : BY_NAME;
  if (plan.sort === 'distance') {
    return [
      question(allOf([found, equals('isPlaced', true)]), needed, { sort }),
      question(allOf([found, equals('isPlaced', false)]), needed, { sort: BY_NAME }),
    ];
  }
  const firsts = plan.first.map(({ listing }) => listing);
  const words = likeliest(plan.words);
  return [
    question(allOf([found, isIn('id', firsts)]), Math.max(firsts.length, 1)),
    question(words !== '' && found, BEST, { q: words, matchingStrategy: 'frequency' }),
    question(allOf([found, isIn('mainNeed', plan.needs)]), BEST, { sort }),
    question(found, most, { sort }),
  ];
}

/** For each word the one of the index that is likeliest meant. */
function likeliest(words: readonly PlannedWord[]): string {
  return words
    .filter(({ role }) => role === 'content' || role === 'aside')
    .flatMap(({ terms, halves }) => {
      const [best] = [...terms].toSorted((a, b) => b[1] - a[1]);
      return best ? [best[0]] : (halves ?? []);
    })
    .join(' ');
}
