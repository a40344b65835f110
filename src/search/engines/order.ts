import { distanceMetres } from '../../directory/distance.ts';
import type { SearchDocument } from '../documents.ts';
import type { Plan, Tier } from '../plan.ts';
import type { Columns } from './columns.ts';
import type { Ranked } from './ranking.ts';

const TIER_ORDER: Record<Tier, number> = { name: 0, need: 1, text: 2, tail: 3, browse: 4 };

/** Puts found listings in the order the plan asks for. Ties end with the name, so pages never overlap. */
export function inOrder(
  ranked: readonly Ranked[],
  plan: Plan,
  documents: readonly SearchDocument[],
  { freshness, nameOrder }: Columns,
): Ranked[] {
  const byName = (a: Ranked, b: Ranked) => (nameOrder[a.index] ?? 0) - (nameOrder[b.index] ?? 0);
  const byFreshness = (a: Ranked, b: Ranked) =>
    (freshness[a.index] ?? 0) - (freshness[b.index] ?? 0);

  if (plan.sort === 'distance' && plan.from) {
    const metres = new Float64Array(documents.length);
    for (const { index } of ranked) {
      const position = documents[index]?.position;
      metres[index] = position ? distanceMetres(plan.from, position) : Number.MAX_SAFE_INTEGER;
    }
    const byDistance = (a: Ranked, b: Ranked) => (metres[a.index] ?? 0) - (metres[b.index] ?? 0);
    return ranked.toSorted((a, b) => byDistance(a, b) || byFreshness(a, b) || byName(a, b));
  }
  if (plan.sort === 'name') return ranked.toSorted(byName);
  const byWorth = ranked.toSorted(
    (a, b) =>
      TIER_ORDER[a.tier] - TIER_ORDER[b.tier] ||
      b.score - a.score ||
      byFreshness(a, b) ||
      byName(a, b),
  );
  return plan.needs.length > 1 ? interleaveNeeds(byWorth) : byWorth;
}

// So that whichever of two needs was meant, it shows without scrolling.
const MOST_IN_A_ROW = 2;

/** Of two needs neither crowds out the other: at most two listings in a row are for the same one. */
function interleaveNeeds(sorted: readonly Ranked[]): Ranked[] {
  const before = sorted.filter(({ tier }) => tier === 'name');
  const queues: [number[], number[]] = [[], []];
  for (const [place, { tier, need }] of sorted.entries()) {
    if (tier === 'need') queues[need === 0 ? 0 : 1].push(place);
  }
  const mixed = takeTurns(queues[0], queues[1]).flatMap((place) => sorted[place] ?? []);
  return [...before, ...mixed, ...sorted.slice(before.length + mixed.length)];
}

/** Merges two rising lists in order, but changes to the other after two from one. */
function takeTurns(first: readonly number[], second: readonly number[]): number[] {
  const lists = [first, second] as const;
  const at: [number, number] = [0, 0];
  const merged: number[] = [];
  let last: 0 | 1 = 0;
  let inARow = 0;
  while (merged.length < first.length + second.length) {
    const heads = [lists[0][at[0]], lists[1][at[1]]] as const;
    let turn: 0 | 1 =
      (heads[0] ?? Number.POSITIVE_INFINITY) <= (heads[1] ?? Number.POSITIVE_INFINITY) ? 0 : 1;
    const other = turn === 0 ? 1 : 0;
    if (turn === last && inARow >= MOST_IN_A_ROW && heads[other] !== undefined) turn = other;
    const head = heads[turn];
    if (head === undefined) break;
    merged.push(head);
    at[turn] += 1;
    inARow = turn === last ? inARow + 1 : 1;
    last = turn;
  }
  return merged;
}
