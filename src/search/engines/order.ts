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
  return ranked.toSorted(
    (a, b) =>
      TIER_ORDER[a.tier] - TIER_ORDER[b.tier] ||
      b.score - a.score ||
      byFreshness(a, b) ||
      byName(a, b),
  );
}

// By code unit, as Meilisearch would; localeCompare differs from machine to machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
