import type { Directory } from './directory.ts';
import type { PublicListing } from './public-listing.ts';
import { type Fact, facts, findUnnoted } from './reading/histories.ts';

/** What has become of a listing since a day. */
export type ChangesSince =
  /** `facts` may be none. */
  | { state: 'listed'; listing: PublicListing; facts: Fact[] }
  /** Taken out of the directory; `on`: ISO date. */
  | { state: 'gone'; on: string }
  /** The directory never had it. */
  | { state: 'unknown' };

/**
 * What has become of the listing of this slug after `day`; what changed on that very day was there to
 * be seen. A change that nobody has noted yet is one of today.
 */
export function findChangesSince(
  slug: string,
  day: string,
  { findListing, histories }: Pick<Directory, 'findListing' | 'histories'>,
  today: string,
): ChangesSince {
  const listing = findListing(slug);
  const history = histories.get(slug);
  if (!listing)
    return history ? { state: 'gone', on: history.gone ?? today } : { state: 'unknown' };
  const noted = history?.changes.filter(({ date }) => date > day).flatMap((each) => each.facts);
  const changed = new Set([
    ...(noted ?? []),
    ...(today > day ? findUnnoted(listing, history) : []),
  ]);
  return { state: 'listed', listing, facts: facts.filter((fact) => changed.has(fact)) };
}
