// A facet is a bit of a number, whose operators know 31 without a sign.
const MOST_FACETS = 31;

/** What is counted: facet values by id, and which of them each document holds. */
interface Values<Facet extends string> {
  values: readonly { facet: Facet; value: string }[];
  idOf(facet: Facet, value: string): number | undefined;
  valueIds: readonly Uint16Array[];
}

type Filters<Facet extends string> = Partial<Record<Facet, readonly string[]>>;

/** Which candidates the filters let through, and how many there are of each value. */
export function filterAndCount<T extends { index: number }, Facet extends string>(
  candidates: readonly T[],
  filters: Filters<Facet>,
  columns: Values<Facet>,
  facetNames: readonly Facet[],
): { passed: T[]; facets: Record<Facet, Record<string, number>> } {
  if (facetNames.length > MOST_FACETS) {
    throw new Error(`At most ${MOST_FACETS} facets can be counted; there are ${facetNames.length}`);
  }
  const { asked, bits } = toBits(filters, columns, facetNames);
  const facetBits = columns.values.map(({ facet }) => 1 << facetNames.indexOf(facet));
  const counts = new Uint32Array(columns.values.length);
  const passed: T[] = [];
  for (const candidate of candidates) {
    const valueIds = columns.valueIds[candidate.index];
    if (!valueIds) continue;
    let failed = asked;
    for (const id of valueIds) failed &= ~(bits[id] ?? 0);
    if (failed === 0) passed.push(candidate);
    // With one facet failed it would show if that facet were not ticked, so it counts for that facet's
    // values alone.
    else if ((failed & (failed - 1)) !== 0) continue;
    for (const id of valueIds) {
      if (failed === 0 || facetBits[id] === failed) counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return { passed, facets: toFacets(counts, columns, facetNames) };
}

/** Each facet with a filter is a bit; `bits` of a value: the facet it satisfies. */
function toBits<Facet extends string>(
  filters: Filters<Facet>,
  columns: Values<Facet>,
  facetNames: readonly Facet[],
): { asked: number; bits: Int32Array } {
  const bits = new Int32Array(columns.values.length);
  let asked = 0;
  for (const [bit, facet] of facetNames.entries()) {
    const values = filters[facet] ?? [];
    if (values.length === 0) continue;
    asked |= 1 << bit;
    for (const value of values) {
      const id = columns.idOf(facet, value);
      if (id !== undefined) bits[id] = 1 << bit;
    }
  }
  return { asked, bits };
}

function toFacets<Facet extends string>(
  counts: Uint32Array,
  { values }: Values<Facet>,
  facetNames: readonly Facet[],
): Record<Facet, Record<string, number>> {
  const none = facetNames.map((facet) => [facet, {}]);
  const facets: Record<Facet, Record<string, number>> = Object.fromEntries(none);
  for (const [id, { facet, value }] of values.entries()) {
    const count = counts[id] ?? 0;
    const ofFacet: Record<string, number> = facets[facet];
    if (count > 0) ofFacet[value] = count;
  }
  return facets;
}
