import type { Need } from './lists.ts';
import type { PublicListing } from './public-listing.ts';
import { servesWidely } from './reach.ts';

/**
 * The order of a need's listings: what a link worker would give first. Each rule decides only between
 * those that all rules above it leave equal; 0 is best.
 */
export interface UsefulnessContext {
  /** The need that is asked about. */
  need: Pick<Need, 'slug' | 'offers'>;
  /** English name of the borough, as areaServed has it. */
  borough: string;
}

/** For tenants of one landlord, or for groups rather than people: seldom the answer to a need. */
const SELDOM_THE_ANSWER = ['landlord', 'representation'];

export function byUsefulness({ need, borough }: UsefulnessContext) {
  const fitting = new Set(need.offers);
  const ranks = [
    (listing: PublicListing) => rankNeed(listing, need.slug),
    (listing: PublicListing) => rankOffers(listing, fitting),
    (listing: PublicListing) => (servesWidely(listing.areaServed, borough) ? 0 : 1),
    rankContact,
  ];
  return (a: PublicListing, b: PublicListing): number => {
    for (const rank of ranks) {
      const difference = rank(a) - rank(b);
      if (difference !== 0) return difference;
    }
    return a.name.localeCompare(b.name, 'en');
  };
}

function rankNeed({ needs }: PublicListing, need: string): number {
  return needs[0] === need ? 0 : 1;
}

// Of a need that names no kind of help, all kinds answer it.
function rankOffers({ offers }: PublicListing, fitting: ReadonlySet<string>): number {
  const [main = ''] = offers;
  if (fitting.has(main)) return 0;
  if (SELDOM_THE_ANSWER.includes(main)) return 3;
  return fitting.size === 0 || offers.some((offer) => fitting.has(offer)) ? 1 : 2;
}

// What can be done at once, from home, comes first.
function rankContact({ phone, email, address, postcode, website }: PublicListing): number {
  if (phone) return 0;
  if (email) return 1;
  if (address || postcode) return 2;
  return website ? 3 : 4;
}
