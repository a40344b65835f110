import type { PublicListing } from '../../directory/public-listing.ts';
import type { Phrase } from '../words/phrase-table.ts';

export interface NamedListing {
  listing: PublicListing;
  /** The other name that the words began, where its own name does not hold them: "CAB". */
  otherName: string | undefined;
}

/**
 * Each listing once, by the best of its names: one that is all of what was typed, then one that begins with
 * it, then another name that does, then one that holds the words.
 */
export function orderNames(
  found: readonly Phrase<NamedListing>[],
  typed: readonly string[],
): NamedListing[] {
  const text = typed.join(' ');
  const rank = ({ words, value }: Phrase<NamedListing>) => {
    const name = words.join(' ');
    if (name === text) return 0;
    if (!name.startsWith(text)) return 3;
    return value.otherName ? 2 : 1;
  };
  const byOwnName = new Set(
    found.flatMap(({ value }) => (value.otherName ? [] : [value.listing.slug])),
  );
  const best = new Map<string, NamedListing>();
  for (const wanted of [0, 1, 2, 3]) {
    for (const phrase of found) {
      const { listing, otherName } = phrase.value;
      if (rank(phrase) !== wanted || best.has(listing.slug)) continue;
      best.set(listing.slug, {
        listing,
        otherName: byOwnName.has(listing.slug) ? undefined : otherName,
      });
    }
  }
  return [...best.values()];
}
