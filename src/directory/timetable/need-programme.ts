import type { PublicListing } from '../public-listing.ts';
import { isOpenPlace } from './occasions.ts';
import { type Series, toSeries } from './series.ts';

/** Open listings that help with the need and have something at a set time, by name. */
export function listingsOnFor(listings: readonly PublicListing[], need: string): PublicListing[] {
  return listings.filter(
    (listing) =>
      listing.status === 'open' && listing.needs.includes(need) && toSetTimes(listing).length > 0,
  );
}

/** What begins at a time. The hours of places would fill a calendar from edge to edge. */
export function toSetTimes(listing: PublicListing): Series[] {
  return toSeries(listing).filter((series) => !isOpenPlace(series));
}
