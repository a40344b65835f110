import { distanceMetres } from '../../directory/distance.ts';
import type { SearchDocument } from '../documents.ts';
import type { Plan, Tier } from '../plan.ts';
import type { Ranked } from './ranking.ts';

const TIER_ORDER: Record<Tier, number> = { name: 0, need: 1, text: 2, tail: 3, browse: 4 };

/** Puts found listings in the order the plan asks for. Ties end with the name, so pages never overlap. */
export function inOrder(
  ranked: readonly Ranked[],
  plan: Plan,
  documents: readonly SearchDocument[],
): Ranked[] {
  const document = (item: Ranked) => documents[item.index];
  const byName = (a: Ranked, b: Ranked) =>
    compareText(document(a)?.nameKey ?? '', document(b)?.nameKey ?? '') ||
    compareText(document(a)?.id ?? '', document(b)?.id ?? '');
  const byFreshness = (a: Ranked, b: Ranked) =>
    (document(a)?.freshness ?? 0) - (document(b)?.freshness ?? 0);

  if (plan.sort === 'distance' && plan.from) {
    const { from } = plan;
    const metres = new Map(
      ranked.map((item) => {
        const position = document(item)?.position;
        return [item, position ? distanceMetres(from, position) : Number.MAX_SAFE_INTEGER];
      }),
    );
    const far = (item: Ranked) => metres.get(item) ?? Number.MAX_SAFE_INTEGER;
    return ranked.toSorted((a, b) => far(a) - far(b) || byFreshness(a, b) || byName(a, b));
  }
  if (plan.sort === 'name') return ranked.toSorted(byName);
  const byWorth = ranked.toSorted(
    (a, b) =>
      TIER_ORDER[a.tier] - TIER_ORDER[b.tier] ||
      b.score - a.score ||
      byFreshness(a, b) ||
      byName(a, b),
  );
  return interleaveNeeds(byWorth, plan, documents);
}

// So that whichever of two needs was meant, it shows without scrolling.
const MOST_IN_A_ROW = 2;

/** Of two needs neither crowds out the other: at most two listings in a row are for the same one. */
function interleaveNeeds(
  inOrder: readonly Ranked[],
  plan: Plan,
  documents: readonly SearchDocument[],
): Ranked[] {
  if (plan.needs.length < 2) return [...inOrder];
  const before = inOrder.filter(({ tier }) => tier === 'name');
  const queues: [number[], number[]] = [[], []];
  for (const [place, { index, tier }] of inOrder.entries()) {
    if (tier !== 'need') continue;
    const need = documents[index]?.facets.need.find((each) => plan.needs.includes(each));
    queues[need === plan.needs[0] ? 0 : 1].push(place);
  }
  const mixed = takeTurns(queues[0], queues[1]).flatMap((place) => inOrder[place] ?? []);
  return [...before, ...mixed, ...inOrder.slice(before.length + mixed.length)];
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
    let turn: 0 | 1 = (heads[0] ?? Infinity) <= (heads[1] ?? Infinity) ? 0 : 1;
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

// By code unit, as Meilisearch would; localeCompare differs from machine to machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
