import type { PublicListing } from './public-listing.ts';

/** Open listings for a need: those whose main need it is first, then by name. */
export function listingsForNeed(listings: readonly PublicListing[], need: string): PublicListing[] {
  return listings
    .filter((listing) => listing.status === 'open' && listing.needs.includes(need))
    .toSorted((a, b) => a.needs.indexOf(need) - b.needs.indexOf(need) || byName(a, b));
}

/** Open listings in a neighbourhood, by name. */
export function listingsInArea(listings: readonly PublicListing[], area: string): PublicListing[] {
  return listings
    .filter((listing) => listing.status === 'open' && listing.area === area)
    .toSorted(byName);
}

export interface InitialGroup {
  /** 'A' to 'Z'; '#' for a name that begins with a figure or a sign. */
  initial: string;
  listings: PublicListing[];
}

/** Open listings under the letter their name begins with, as printed: 'The Havens' under T. '#' is last. */
export function groupByInitial(listings: readonly PublicListing[]): InitialGroup[] {
  const groups = new Map<string, PublicListing[]>();
  for (const listing of listings.filter(({ status }) => status === 'open').toSorted(byName)) {
    const initial = initialOf(listing.name);
    groups.set(initial, [...(groups.get(initial) ?? []), listing]);
  }
  return [...groups]
    .map(([initial, members]) => ({ initial, listings: members }))
    .toSorted((a, b) =>
      a.initial === '#' ? 1 : b.initial === '#' ? -1 : a.initial.localeCompare(b.initial, 'en'),
    );
}

function initialOf(name: string): string {
  const [first = ''] = name.normalize('NFKD').toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

function byName(a: PublicListing, b: PublicListing): number {
  return a.name.localeCompare(b.name, 'en');
}
