import type { Directory } from './directory.ts';
import type { PublicListing } from './public-listing.ts';

type Listings = Pick<Directory, 'listings' | 'findListing'>;

/** Other listings of the same organisation. Closed ones are left out. */
export interface Related {
  parent: PublicListing | undefined;
  /** With the same parent, by name. */
  siblings: PublicListing[];
  /** Parts of it, by name. */
  children: PublicListing[];
}

export function findRelated(listing: PublicListing, { listings, findListing }: Listings): Related {
  const others = listings.filter((other) => other !== listing && other.status !== 'closed');
  const parent = listing.partOf ? findListing(listing.partOf) : undefined;
  return {
    parent: parent?.status === 'closed' ? undefined : parent,
    siblings: others.filter((other) => other.partOf && other.partOf === listing.partOf),
    children: others.filter((other) => other.partOf === listing.slug),
  };
}

/** Slug of the organisation that a listing is part of, at the top of the tree: its own if of none. */
export function organisationOf(
  listing: PublicListing,
  findListing: Directory['findListing'],
): string {
  let top = listing;
  for (let parent = top.partOf; parent; parent = top.partOf) {
    const found = findListing(parent);
    if (!found) return parent;
    top = found;
  }
  return top.slug;
}
