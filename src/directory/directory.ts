import type { DoNotList } from './do-not-list.ts';
import type { Lists, Practice, Site } from './lists.ts';
import type { Places } from './places.ts';
import type { PublicListing } from './public-listing.ts';
import type { Histories } from './reading/histories.ts';
import type { Situation } from './situation.ts';

/** Everything the site knows, validated and ready to show. Made once by parseDirectory. */
export interface Directory {
  /** All listings, sorted by name: open, paused and closed. */
  listings: PublicListing[];
  findListing(slug: string): PublicListing | undefined;
  /** What has changed in each listing, and when, as far as it was noted. */
  histories: Histories;
  /** Organisations that asked not to be listed. */
  doNotList: DoNotList;
  /** The first day of which the histories tell: what changed before it nobody can say. */
  historiesBegun: string | undefined;
  lists: Lists;
  /** The most urgent first. */
  situations: Situation[];
  practices: Practice[];
  places: Places;
  site: Site;
  /** Changes whenever any published fact changes: sha-256 of the content files, hex, but for the histories. */
  contentHash: string;
}
