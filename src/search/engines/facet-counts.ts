import type { SearchDocument } from '../documents.ts';
import { type FacetName, type Filters, facetNames } from '../port.ts';

/** Which documents the filters let through, and how many there are of each value. */
export function filterAndCount<T extends { index: number }>(
  candidates: readonly T[],
  documents: readonly SearchDocument[],
  filters: Filters,
): { passed: T[]; facets: Record<FacetName, Record<string, number>> } {
  const wanted = facetNames.flatMap((facet) => {
    const values = filters[facet];
    return values && values.length > 0 ? [{ facet, values: new Set(values) }] : [];
  });
  const facets: Record<FacetName, Record<string, number>> = {
    need: {},
    who: {},
    cost: {},
    language: {},
    area: {},
    way: {},
  };
  const passed: T[] = [];
  for (const candidate of candidates) {
    const document = documents[candidate.index];
    if (!document) continue;
    const failed = wanted.filter(
      ({ facet, values }) => !document.facets[facet].some((value) => values.has(value)),
    );
    if (failed.length === 0) {
      passed.push(candidate);
      for (const facet of facetNames) count(facets[facet], document.facets[facet]);
    } else if (failed.length === 1 && failed[0]) {
      // It would show if this one facet were not ticked, so it counts for that facet's other values.
      const { facet } = failed[0];
      count(facets[facet], document.facets[facet]);
    }
  }
  return { passed, facets };
}

function count(counts: Record<string, number>, values: readonly string[]): void {
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
}
