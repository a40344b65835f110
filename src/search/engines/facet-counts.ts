import { type FacetName, type Filters, facetNames } from '../port.ts';
import type { Columns } from '../ranking/columns.ts';

/** Which candidates the filters let through, and how many there are of each value. */
export function filterAndCount<T extends { index: number }>(
  candidates: readonly T[],
  filters: Filters,
  columns: Columns,
): { passed: T[]; facets: Record<FacetName, Record<string, number>> } {
  const { asked, bits } = toBits(filters, columns);
  const facetBits = columns.values.map(({ facet }) => 1 << facetNames.indexOf(facet));
  const counts = new Uint32Array(columns.values.length);
  const passed: T[] = [];
  for (const candidate of candidates) {
    const held = columns.held[candidate.index];
    if (!held) continue;
    let failed = asked;
    for (const id of held) failed &= ~(bits[id] ?? 0);
    if (failed === 0) passed.push(candidate);
    // With one facet failed it would show if that facet were not ticked, so it counts for that facet's
    // values alone.
    else if ((failed & (failed - 1)) !== 0) continue;
    for (const id of held) {
      if (failed === 0 || facetBits[id] === failed) counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return { passed, facets: toFacets(counts, columns) };
}

/** Each facet with a filter is a bit; `bits` of a value: the facet it satisfies. */
function toBits(filters: Filters, columns: Columns): { asked: number; bits: Uint8Array } {
  const bits = new Uint8Array(columns.values.length);
  let asked = 0;
  for (const [place, facet] of facetNames.entries()) {
    const values = filters[facet] ?? [];
    if (values.length === 0) continue;
    asked |= 1 << place;
    for (const value of values) {
      const id = columns.idOf(facet, value);
      if (id !== undefined) bits[id] = 1 << place;
    }
  }
  return { asked, bits };
}

function toFacets(
  counts: Uint32Array,
  { values }: Columns,
): Record<FacetName, Record<string, number>> {
  const facets = {} as Record<FacetName, Record<string, number>>;
  for (const facet of facetNames) facets[facet] = {};
  for (const [id, { facet, value }] of values.entries()) {
    const count = counts[id] ?? 0;
    if (count > 0) facets[facet][value] = count;
  }
  return facets;
}
