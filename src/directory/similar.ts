import { hasNoContact } from './contact.ts';
import type { Directory } from './directory.ts';
import { distanceMetres } from './distance.ts';
import type { PublicListing } from './public-listing.ts';
import { organisationOf } from './related.ts';

/**
 * Open listings of other organisations that help with the same main need, the most alike first: many
 * needs in common, high on both lists, and near. At most `limit`.
 */
export type SimilarFinder = (listing: PublicListing, limit: number) => PublicListing[];

interface Candidate {
  listing: PublicListing;
  organisation: string;
  /** Halves the likeness of one that nobody can reach. */
  reach: number;
}

/** Made once for all listings: asked for each of thousands, it looks only at those with its main need. */
export function createSimilarFinder({
  listings,
  findListing,
}: Pick<Directory, 'listings' | 'findListing'>): SimilarFinder {
  const byNeed = new Map<string, Candidate[]>();
  for (const listing of listings) {
    if (listing.status !== 'open') continue;
    const organisation = organisationOf(listing, findListing);
    const candidate = { listing, organisation, reach: hasNoContact(listing) ? 0.5 : 1 };
    for (const need of new Set(listing.needs)) {
      const others = byNeed.get(need);
      if (others) others.push(candidate);
      else byNeed.set(need, [candidate]);
    }
  }

  return (listing, limit) => {
    const organisation = organisationOf(listing, findListing);
    const best: { listing: PublicListing; likeness: number }[] = [];
    for (const other of byNeed.get(listing.needs[0] ?? '') ?? []) {
      if (other.organisation === organisation) continue;
      const atMost = sharedNeeds(listing.needs, other.listing.needs) * other.reach;
      const last = best[limit - 1];
      // Next door it would not be alike enough: the distance, dear to work out, cannot matter.
      if (last && atMost <= last.likeness) continue;
      const likeness = atMost * nearness(listing, other.listing);
      const index = best.findIndex((each) => each.likeness < likeness);
      best.splice(index < 0 ? best.length : index, 0, { listing: other.listing, likeness });
      best.length = Math.min(best.length, limit);
    }
    return best.map((each) => each.listing);
  };
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
