import type { Plan } from '../../plan.ts';
import { NEARBY_METRES, WEIGHT } from '../ranking.ts';
import { allOf, type Condition, equals, isIn } from './conditions.ts';
import type { PlanConditions } from './plan-conditions.ts';

/** Something that puts a listing before its equals, and by how much. */
interface Merit {
  weight: number;
  condition: Condition;
}

const RAREST_SHARE = 0.7;
// Each doubles the number of lists asked for.
const MOST_MERITS = 4;

/**
 * The conditions under which a rule's listings come, best first; the last is the rule alone. Meilisearch
 * ranks by words only, so that a listing for Somali women in Bow stands before others takes lists of its
 * own: those with all of it, then with most, then the rest. A listing counts where it first appears.
 */
export function toRungs(
  rule: Condition,
  merits: readonly Merit[],
  most = MOST_MERITS,
): Condition[] {
  const used = merits
    .filter(({ condition }) => typeof condition === 'string')
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most);
  const subsets: Merit[][] = [[]];
  for (const merit of used) subsets.push(...subsets.map((subset) => [...subset, merit]));
  const weigh = (subset: readonly Merit[]) => subset.reduce((sum, { weight }) => sum + weight, 0);
  const conditions = subsets
    .toSorted((a, b) => weigh(b) - weigh(a))
    .map((subset) => allOf([rule, ...subset.map(({ condition }) => condition)]));
  return [...new Set(conditions)];
}

/** How few listings are for somebody: the fewer, the more it says. */
export type Rarity = (who: string) => number;

/** What the plan would rather have, whichever rule found it. */
export function toMerits({ prefer, from }: Plan, rarity: Rarity): Merit[] {
  return [
    { weight: WEIGHT.place, condition: isIn('area', prefer.area ?? []) },
    {
      weight: WEIGHT.place,
      condition: from ? `_geoRadius(${from.latitude}, ${from.longitude}, ${NEARBY_METRES})` : false,
    },
    ...(prefer.who ?? []).map((who) => ({
      weight: WEIGHT.who * rarity(who),
      condition: equals('who', who),
    })),
    { weight: WEIGHT.other, condition: isIn('language', prefer.language ?? []) },
    { weight: WEIGHT.other, condition: isIn('cost', prefer.cost ?? []) },
    { weight: WEIGHT.other, condition: isIn('way', prefer.way ?? []) },
  ];
}

/** The embedded engine weighs each word by how rare it is; here the rarest stands for most of that. */
export function toWordMerits({ rarest, allWords }: PlanConditions): Merit[] {
  return [
    { weight: WEIGHT.text * RAREST_SHARE, condition: rarest },
    { weight: WEIGHT.text * (1 - RAREST_SHARE), condition: allWords },
  ];
}

/** For each need the rungs of its listings: those with both needs, main needs and words before others. */
export function toNeedRungs(plan: Plan, conditions: PlanConditions, rarity: Rarity): Condition[][] {
  const both = allOf(plan.needs.map((need) => equals('need', need)));
  return plan.needs.map((need) => {
    const merits = [
      ...toMerits(plan, rarity),
      { weight: WEIGHT.bothNeeds, condition: plan.needsTogether && both },
      ...toWordMerits(conditions),
      { weight: WEIGHT.mainNeed, condition: equals('mainNeed', need) },
    ];
    return toRungs(equals('need', need), merits);
  });
}
