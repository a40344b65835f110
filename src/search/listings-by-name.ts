import type { PublicListing } from '../directory/public-listing.ts';
import { beginsLike, startsWithTyped } from '../i18n/begins-like.ts';

/**
 * Open listings whose name, or another name, may become what is being typed: those that begin with it
 * first, then by name. `listings` are sorted by name.
 */
export function findByBeginning(
  listings: readonly PublicListing[],
  typed: string,
  most: number,
): PublicListing[] {
  const matching = listings.filter(
    ({ status, name, otherNames }) =>
      status === 'open' && [name, ...otherNames].some((each) => beginsLike(each, typed)),
  );
  const isFirst = (listing: PublicListing) => startsWithTyped(listing.name, typed);
  return [...matching.filter(isFirst), ...matching.filter((each) => !isFirst(each))].slice(0, most);
}
