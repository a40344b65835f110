/** What islands may use of the shortlist. Knows no listing, only slugs. */
export { addListing, mostListed, moveListing, removeListing, type Shortlist } from './shortlist.ts';
export {
  parseCarried,
  parseShortlist,
  toShortlistAddress,
  toShortlistQuery,
} from './shortlist-address.ts';
