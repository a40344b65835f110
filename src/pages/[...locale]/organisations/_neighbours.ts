import type { Directory } from '../../../directory/directory.ts';
import { distanceMetres } from '../../../directory/distance.ts';
import type { PublicListing } from '../../../directory/public-listing.ts';

export interface Neighbours {
  parent: PublicListing | undefined;
  related: PublicListing[];
  similar: PublicListing[];
}

export function findNeighbours(directory: Directory, listing: PublicListing): Neighbours {
  const parent = listing.partOf ? directory.findListing(listing.partOf) : undefined;
  const related = directory.listings.filter(
    (other) =>
      other !== listing &&
      other !== parent &&
      (other.partOf === listing.slug || (listing.partOf && other.partOf === listing.partOf)),
  );
  const similar = directory.listings
    .filter(
      (other) =>
        other.status === 'open' &&
        other !== listing &&
        other !== parent &&
        !related.includes(other) &&
        other.needs.includes(listing.needs[0] ?? ''),
    )
    .map((other) => ({ other, score: score(listing, other) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 4)
    .map(({ other }) => other);
  return { parent, related, similar };
}

function score(a: PublicListing, b: PublicListing): number {
  let sum = 0;
  for (const [i, need] of a.needs.entries()) {
    const j = b.needs.indexOf(need);
    if (j >= 0) sum += 1 / ((i + 1) * (j + 1));
  }
  const km = a.position && b.position ? distanceMetres(a.position, b.position) / 1000 : 2;
  return sum - km / 4 + (b.phone || b.email || b.website ? 0.2 : 0);
}
