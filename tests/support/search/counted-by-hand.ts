import type { Session } from '../../../src/directory/listing.ts';
import { type FacetName, type Filters, facetNames } from '../../../src/search/port.ts';
import { aListing } from '../directory/a-listing.ts';

const areas = ['bow', 'poplar', undefined, 'stepney'];
const costs = ['free', 'low-cost', 'paid'];
const needs = ['food', 'housing', 'loneliness', 'arts-culture', 'transport'];

const sessions: Session[][] = [
  [{ days: ['mon', 'tue'], opens: '09:00', closes: '17:00' }],
  [],
  [
    { days: ['tue', 'sun'], opens: '00:00', closes: '23:59' },
    { days: ['tue'], opens: '10:00', closes: '11:00' },
  ],
];

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
      sessions: sessions[i % sessions.length] ?? [],
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
    { day: ['sun'] },
    { day: ['mon', 'sun'], cost: ['free', 'paid'], area: ['bow'] },
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
    case 'day':
      return [...new Set(listing.sessions.flatMap(({ days }) => days))];
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
