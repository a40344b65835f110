import type { PublicListing } from '../public-listing.ts';
import type { Situation } from '../situation.ts';

/** How much depends on a listing's facts: who is sent there. */
export interface Importance {
  /** 0: people in danger … 5: whoever finds it. */
  rank: number;
  /** The situations and needs that name it first, by slug, situations first. */
  firstFor: string[];
}

/** What says who is sent where. */
export interface SentTo {
  listings: readonly PublicListing[];
  situations: readonly Situation[];
  lists: { needs: readonly { slug: string; first: readonly string[] }[] };
}

/** By slug, of every listing. */
export function toImportances({
  listings,
  situations,
  lists: { needs },
}: SentTo): ReadonlyMap<string, Importance> {
  return new Map(
    listings.map((listing) => {
      const { slug } = listing;
      const of = situations.filter(({ first }) => first.some((each) => each.listing === slug));
      const ofNeeds = needs.filter(({ first }) => first.includes(slug));
      const firstFor = [...of, ...ofNeeds].map((each) => each.slug);
      return [slug, { rank: toRank(listing, { of, ofNeeds, situations }), firstFor }];
    }),
  );
}

function toRank(
  { slug, isUrgentHelp }: PublicListing,
  {
    of,
    ofNeeds,
    situations,
  }: { of: Situation[]; ofNeeds: unknown[]; situations: readonly Situation[] },
): number {
  if (isUrgentHelp) return 0;
  if (of.some(({ urgency }) => urgency === 'today')) return 1;
  if (of.length > 0) return 2;
  if (ofNeeds.length > 0) return 3;
  return situations.some(({ also }) => also.includes(slug)) ? 4 : 5;
}
