import type { Plan, PlannedWord, Tier } from '../../plan.ts';
import type { Question, Reply } from './ask.ts';
import { allOf, type Condition, equals } from './conditions.ts';
import type { FoundListings } from './found-listings.ts';
import { inTurns } from './in-turns.ts';
import type { PlanConditions } from './plan-conditions.ts';
import { toMerits, toNeedRungs, toRungs, toWordMerits } from './rungs.ts';

/** Lists to ask for, and how their replies make one. */
export interface Listing {
  questions: Question[];
  /** Listings in the order of the results, each once, as many as the page needs at least. */
  merge(replies: readonly Reply[]): { id: string; tier: Tier }[];
}

const BY_NAME = ['freshness:asc', 'nameOrder:asc'];
// Names that hold the words are put in order by how well they fit, which takes all of them: more than
// this is a word like "community", where no name is meant.
const MOST_NAMED = 200;

/** Tier after tier, as the embedded engine has them. */
export function listByRelevance(
  plan: Plan,
  conditions: PlanConditions,
  filter: Condition,
  { nameFields, found }: { nameFields: string[]; found: FoundListings },
): Listing {
  const needed = plan.offset + plan.limit;
  const questions: Question[] = [];
  /** Asks for a rung's listings, those that Meilisearch can rank by the words before the others. */
  const add = (rung: Condition, words: string, more: Partial<Question> = {}): number[] => {
    const question = {
      condition: allOf([rung, filter]),
      ...{ limit: needed, attributesToRetrieve: ['id'], ...more },
    };
    const first = questions.length;
    if (words) questions.push({ ...question, q: words, matchingStrategy: 'frequency' });
    questions.push({ ...question, q: '', sort: BY_NAME });
    return questions.map((_, place) => place).slice(first);
  };

  const words = likeliest(plan.words, ['content', 'aside']);
  const named = add(conditions.named, words, {
    limit: Math.max(needed, MOST_NAMED),
    attributesToSearchOn: nameFields,
  });
  const needs = toNeedRungs(plan, conditions, found.rarity).map((rungs) =>
    rungs.flatMap((rung) => add(rung, words)),
  );
  const text = toRungs(conditions.text, [
    ...toMerits(plan, found.rarity),
    ...toWordMerits(conditions),
  ]).flatMap((rung) => add(rung, words));
  const tail = add(conditions.tail, words);

  return {
    questions,
    merge(replies) {
      const ids = (places: readonly number[]) => [
        ...new Set(places.flatMap((place) => replies[place]?.hits ?? []).flatMap(({ id }) => id)),
      ];
      const tiers: [Tier, string[]][] = [
        ['name', found.namedBest(ids(named), plan)],
        ['need', inTurns(needs.map(ids))],
        ['text', ids(text)],
        ['tail', ids(tail)],
      ];
      const merged = new Map<string, Tier>();
      for (const [tier, some] of tiers) {
        for (const id of some) if (!merged.has(id)) merged.set(id, tier);
      }
      return [...merged].map(([id, tier]) => ({ id, tier }));
    },
  };
}

/** By distance, what has no place last, or by name. */
export function listInOrder(plan: Plan, everything: Condition, found: FoundListings): Listing {
  const question = (condition: Condition, ...sort: string[]): Question => ({
    ...{ condition, q: '', sort, limit: plan.offset + plan.limit, attributesToRetrieve: ['id'] },
  });
  const { from } = plan;
  const questions =
    plan.sort === 'distance' && from
      ? [
          question(
            allOf([everything, equals('isPlaced', true)]),
            `_geoPoint(${from.latitude}, ${from.longitude}):asc`,
            ...BY_NAME,
          ),
          question(allOf([everything, equals('isPlaced', false)]), ...BY_NAME),
        ]
      : [question(everything, 'nameOrder:asc')];
  return {
    questions,
    merge: (replies) =>
      replies.flatMap(({ hits }) => hits).map(({ id }) => ({ id, tier: found.tier(id, plan) })),
  };
}

/** For each word the one of the index that is likeliest meant. */
function likeliest(words: readonly PlannedWord[], roles: readonly PlannedWord['role'][]): string {
  return words
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ terms, halves }) => {
      const [best] = [...terms].toSorted((a, b) => b[1] - a[1]);
      return best ? [best[0]] : (halves ?? []);
    })
    .join(' ');
}
