import type { PublicListing } from './public-listing.ts';
import { servesWidely } from './reach.ts';

/**
 * The order of a need's listings: what a link worker would give first. Each rule decides only between
 * those that all rules above it leave equal; 0 is best.
 */
export interface UsefulnessContext {
  /** Slug of the need that is asked about. */
  need: string;
  /** Its first listings: the kinds of help they give are the kinds that fit. */
  first: readonly PublicListing[];
  /** English name of the borough, as areaServed has it. */
  borough: string;
}

/** For tenants of one landlord, or for groups rather than people: seldom the answer to a need. */
const SELDOM_THE_ANSWER = ['landlord', 'representation'];

export function byUsefulness({ need, first, borough }: UsefulnessContext) {
  const fitting = new Set(first.flatMap(({ offers }) => offers.slice(0, 1)));
  const ranks = [
    (listing: PublicListing) => rankNeed(listing, need),
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

// Where no first listing says what fits, all kinds do.
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
