import type { Plan } from '../../plan.ts';
import { NEARBY_METRES, WEIGHT } from '../ranking.ts';
import { allOf, type Condition, equals, isIn } from './conditions.ts';
import type { PlanConditions } from './plan-conditions.ts';

/** Something that puts a listing before its equals, and by how much. */
interface Merit {
  weight: number;
  condition: Condition;
}

// Each doubles the number of lists asked for.
const MOST_MERITS = 3;

/**
 * The conditions under which a rule's listings come, best first; the last is the rule alone. Meilisearch
 * ranks by words only, so that a listing for Somali women in Bow stands before others takes lists of its
 * own: those with all of it, then with most, then the rest. A listing counts where it first appears.
 */
export function toRungs(rule: Condition, merits: readonly Merit[]): Condition[] {
  const used = merits
    .filter(({ condition }) => typeof condition === 'string')
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_MERITS);
  const subsets: Merit[][] = [[]];
  for (const merit of used) subsets.push(...subsets.map((subset) => [...subset, merit]));
  const weigh = (subset: readonly Merit[]) => subset.reduce((sum, { weight }) => sum + weight, 0);
  const conditions = subsets
    .toSorted((a, b) => weigh(b) - weigh(a))
    .map((subset) => allOf([rule, ...subset.map(({ condition }) => condition)]));
  return [...new Set(conditions)];
}

/** What the plan would rather have, whichever rule found it. */
export function toMerits({ prefer, from }: Plan): Merit[] {
  return [
    { weight: WEIGHT.place, condition: isIn('area', prefer.area ?? []) },
    {
      weight: WEIGHT.place,
      condition: from ? `_geoRadius(${from.latitude}, ${from.longitude}, ${NEARBY_METRES})` : false,
    },
    { weight: WEIGHT.who, condition: isIn('who', prefer.who ?? []) },
    { weight: WEIGHT.other, condition: isIn('language', prefer.language ?? []) },
    { weight: WEIGHT.other, condition: isIn('cost', prefer.cost ?? []) },
    { weight: WEIGHT.other, condition: isIn('way', prefer.way ?? []) },
  ];
}

/** For each need the rungs of its listings: main needs and words before others. */
export function toNeedRungs(plan: Plan, { allWords }: PlanConditions): Condition[][] {
  return plan.needs.map((need) =>
    toRungs(equals('need', need), [
      ...toMerits(plan),
      { weight: WEIGHT.text, condition: allWords },
      { weight: WEIGHT.mainNeed, condition: equals('mainNeed', need) },
    ]),
  );
}

/** Listings with both of two needs that were named together; nothing otherwise. */
export function toBothNeedsRungs(plan: Plan): Condition[] {
  if (!plan.needsTogether) return [];
  return toRungs(allOf(plan.needs.map((need) => equals('need', need))), toMerits(plan));
}
