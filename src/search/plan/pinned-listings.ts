import type { Need } from '../../directory/lists.ts';
import type { Situation } from '../../directory/situation.ts';
import type { TopicLikelihood } from '../topics/topic-classifier.ts';
import type { PinnedListing } from './plan.ts';

/**
 * Whom a link worker would name first: by the situations that were understood, in turns where there are
 * two, or else by the needs. `most` in all, each listing once.
 */
export function createPinnedListings({
  situations,
  needs,
  most,
}: {
  situations: readonly Pick<Situation, 'slug' | 'first' | 'also'>[];
  needs: readonly Pick<Need, 'slug' | 'first'>[];
  most: number;
}) {
  const ofSituation = new Map(
    situations.map(({ slug, first }) => [slug, first.map(({ listing }) => listing)]),
  );
  const alsoOf = new Map(situations.map(({ slug, also }) => [slug, also]));
  const ofNeed = new Map(needs.map(({ slug, first }) => [slug, first]));

  function pinned(understood: { situations: readonly string[]; needs: readonly string[] }) {
    const lists =
      understood.situations.length > 0
        ? understood.situations.map((situation) => ({
            situation,
            listings: ofSituation.get(situation) ?? [],
          }))
        : roundRobin(understood.needs.map((need) => ofNeed.get(need) ?? []));
    const share = Math.ceil(most / Math.max(lists.length, 1));
    const planned: PinnedListing[] = [];
    for (const { situation, listings } of lists) {
      for (const listing of listings.slice(0, lists.length > 1 ? share : most)) {
        const isThere = planned.some((other) => other.listing === listing);
        if (!isThere && planned.length < most) planned.push({ listing, situation });
      }
    }
    return planned;
  }

  /** How likely each listing is among the first, as far as a guess goes. */
  function likelyPinned(likely: readonly TopicLikelihood[]): Map<string, number> {
    const weights = new Map<string, number>();
    for (const { topic, likelihood } of likely.slice(0, MOST_LIKELY)) {
      for (const [rank, listing] of (ofSituation.get(topic) ?? []).entries()) {
        const weight = likelihood * RANK_DISCOUNT ** rank;
        weights.set(listing, (weights.get(listing) ?? 0) + weight);
      }
    }
    return weights;
  }

  const suitable = ({ situations: slugs }: { situations: readonly string[] }) => [
    ...new Set(slugs.flatMap((slug) => alsoOf.get(slug) ?? [])),
  ];

  return { pinned, suitable, likelyPinned };
}

const MOST_LIKELY = 5;
/** What a rank further down a situation's list leaves of the weight. */
const RANK_DISCOUNT = 0.8;

// One list, so that neither of two needs comes all before the other.
function roundRobin(lists: readonly (readonly string[])[]) {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const listings = Array.from({ length: longest }, (_, rank) =>
    lists.flatMap((list) => list[rank] ?? []),
  ).flat();
  return [{ situation: undefined, listings }];
}
