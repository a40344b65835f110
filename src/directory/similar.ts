import { hasNoContact } from './contact.ts';
import type { Directory } from './directory.ts';
import { distanceMetres } from './distance.ts';
import type { PublicListing } from './public-listing.ts';
import { organisationOf } from './related.ts';

/**
 * Open listings of other organisations that help with the same main need, the most alike first: many
 * needs in common, high on both lists, and near. At most `limit`.
 */
export function findSimilar(
  listing: PublicListing,
  { listings, findListing }: Pick<Directory, 'listings' | 'findListing'>,
  limit: number,
): PublicListing[] {
  const [mainNeed] = listing.needs;
  const organisation = organisationOf(listing, findListing);
  return listings
    .filter(
      (other) =>
        mainNeed !== undefined &&
        other.needs.includes(mainNeed) &&
        other.status === 'open' &&
        organisationOf(other, findListing) !== organisation,
    )
    .map((other) => ({ other, likeness: likeness(listing, other) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ other }) => other);
}

function likeness(listing: PublicListing, other: PublicListing): number {
  const reach = hasNoContact(other) ? 0.5 : 1;
  return sharedNeeds(listing.needs, other.needs) * nearness(listing, other) * reach;
}

// 1 for the main need of both, a half if it is the second of one, a quarter if of both.
function sharedNeeds(needs: readonly string[], others: readonly string[]): number {
  let sum = 0;
  for (const [rank, need] of needs.entries()) {
    const otherRank = others.indexOf(need);
    if (otherRank >= 0) sum += 1 / ((rank + 1) * (otherRank + 1));
  }
  return sum;
}

// Next door 1, one kilometre off a half. A place we cannot measure counts as 2 km, across the borough.
function nearness(a: PublicListing, b: PublicListing): number {
  const km = a.position && b.position ? distanceMetres(a.position, b.position) / 1000 : 2;
  return 1 / (1 + km);
}
