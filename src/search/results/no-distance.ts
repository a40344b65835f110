import type { PublicListing } from '../../directory/public-listing.ts';
import { toReach } from '../../directory/reach.ts';

/** Why a listing has no distance. */
export const noDistanceReasons = ['remote', 'wide', 'elsewhere', 'private', 'unknown'] as const;
export type NoDistanceReason = (typeof noDistanceReasons)[number];

const REMOTE: readonly string[] = ['phone', 'online'];

/** `borough`: its English name, as areaServed has it. undefined: the listing has a place. */
export function toNoDistanceReason(
  listing: PublicListing,
  borough: string,
): NoDistanceReason | undefined {
  if (listing.position) return undefined;
  if (listing.confidentialAddress) return 'private';
  if (listing.postcode) return 'elsewhere';
  if (listing.access.length > 0 && listing.access.every((way) => REMOTE.includes(way))) {
    return 'remote';
  }
  const isWide = listing.areaServed?.includes(borough) || toReach(listing.areaServed);
  return isWide ? 'wide' : 'unknown';
}

/** Each reason that one of the listings found has, once. */
export function toNoDistanceReasons(
  hits: readonly { id: string }[],
  findListing: (slug: string) => PublicListing | undefined,
  borough: string,
): NoDistanceReason[] {
  const reasons = hits.flatMap(({ id }) => {
    const listing = findListing(id);
    return (listing && toNoDistanceReason(listing, borough)) ?? [];
  });
  return [...new Set(reasons)];
}
