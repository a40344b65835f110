import { type FacetName, type Filters, facetNames } from '../../../src/search/port.ts';
import { aListing } from '../directory/a-listing.ts';

const areas = ['bow', 'poplar', undefined, 'stepney'];
const costs = ['free', 'low-cost', 'paid'];
const needs = ['food', 'housing', 'loneliness', 'arts-culture', 'transport'];

/** Listings that differ in every facet that can be filtered. */
export function someListings(count: number) {
  return Array.from({ length: count }, (_, i) =>
    aListing(`listing-${String(i).padStart(2, '0')}`, {
      area: areas[i % areas.length],
      cost: costs[i % costs.length] ?? 'free',
      needs: [
        needs[i % needs.length] ?? 'food',
        needs[(i * 3 + 1) % needs.length] ?? 'food',
      ].filter((need, place, all) => all.indexOf(need) === place),
      access: i % 2 === 0 ? ['drop-in'] : ['phone', 'online'],
    }),
  );
}

export function someFilters(): Filters[] {
  return [
    {},
    { area: ['bow'] },
    { area: ['bow', 'poplar'], cost: ['free'] },
    { need: ['food'], way: ['online'], cost: ['paid', 'free'] },
    { need: ['food'], who: ['women'] },
    { area: ['stepney'], need: ['transport', 'housing'], way: ['drop-in'], cost: ['low-cost'] },
  ];
}

type Listing = ReturnType<typeof aListing>;

function valuesOf(listing: Listing, facet: FacetName): string[] {
  switch (facet) {
    case 'need':
      return listing.needs;
    case 'who':
      return listing.audiences;
    case 'cost':
      return [listing.cost];
    case 'language':
      return listing.languages;
    case 'area':
      return listing.area ? [listing.area] : [];
    case 'way':
      return listing.access;
  }
}

export function passes(listing: Listing, filters: Filters): boolean {
  return facetNames.every(
    (facet) =>
      !filters[facet] || valuesOf(listing, facet).some((value) => filters[facet]?.includes(value)),
  );
}

export function countBy(listings: readonly Listing[], facet: FacetName): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of listings.flatMap((listing) => valuesOf(listing, facet))) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
