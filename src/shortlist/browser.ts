/** What islands may use of the shortlist. Knows no listing, only slugs. */
export {
  addListing,
  moveListing,
  removeListing,
  type Shortlist,
  shortlistLimit,
} from './shortlist.ts';
export {
  parseCarried,
  parseShortlist,
  toShortlistAddress,
  toShortlistQuery,
} from './shortlist-address.ts';
