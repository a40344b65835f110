import { byUsefulness } from './by-usefulness.ts';
import type { Directory } from './directory.ts';
import type { Lists, Need } from './lists.ts';
import type { PublicListing } from './public-listing.ts';
import type { Situation } from './situation.ts';

export interface ListingsForNeed {
  /** Those that editors name as the first to ask, in their order. */
  first: PublicListing[];
  /** All others that are open, the most useful first. */
  others: PublicListing[];
}

/** Open listings for a need. `borough`: its English name. */
export function listingsForNeed(
  { listings, findListing }: Pick<Directory, 'listings' | 'findListing'>,
  need: Pick<Need, 'slug' | 'first' | 'offers'>,
  borough: string,
): ListingsForNeed {
  const first = need.first.flatMap((slug) => findListing(slug) ?? []);
  const others = listings
    .filter((listing) => listing.status === 'open' && listing.needs.includes(need.slug))
    .filter((listing) => !first.includes(listing))
    .toSorted(byUsefulness({ need, borough }));
  return { first, others };
}

/** Situations about a need, those that are mainly about it first. */
export function situationsForNeed(situations: readonly Situation[], need: string): Situation[] {
  const about = situations.filter(({ needs }) => needs.includes(need));
  const mainly = about.filter(({ needs }) => needs[0] === need);
  return [...mainly, ...about.filter((situation) => !mainly.includes(situation))];
}

/** Other situations: those with the same main need, then those that share any need. At most `limit`. */
export function siblingsOf(
  situation: Situation,
  situations: readonly Situation[],
  limit: number,
): Situation[] {
  const shared = situations.filter(
    ({ slug, needs }) =>
      slug !== situation.slug && needs.some((need) => situation.needs.includes(need)),
  );
  const alike = shared.filter(({ needs }) => needs[0] === situation.needs[0]);
  return [...alike, ...shared.filter((other) => !alike.includes(other))].slice(0, limit);
}

/**
 * The urgent situations, at most `limit`: one of each group of needs in turn, so that no group crowds out
 * the others.
 */
export function urgentSituations(
  situations: readonly Situation[],
  groups: Lists['needGroups'],
  limit: number,
): Situation[] {
  const urgent = situations.filter(({ urgency }) => urgency !== 'soon');
  const queues = groups.map(({ needs }) =>
    urgent.filter((situation) => needs.some(({ slug }) => slug === situation.needs[0])),
  );
  const turns = Math.max(0, ...queues.map((queue) => queue.length));
  const inTurn = Array.from({ length: turns }, (_, turn) =>
    queues.flatMap((queue) => queue[turn] ?? []),
  );
  return inTurn.flat().slice(0, limit);
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
