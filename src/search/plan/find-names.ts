import type { PublicListing } from '../../directory/public-listing.ts';
import { createPhraseFinder } from '../words/phrase-finder.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

/**
 * Finds listings whose whole name, or another name, stands among other words: "how do I renew my freedom
 * pass". A name that is one ordinary word or one word for a need ("mind", "debt") does not count, nor
 * does one of several listings; and words that are nothing but a name are a search by name.
 */
export function createNameFinder(
  listings: readonly Pick<PublicListing, 'slug' | 'status' | 'name' | 'otherNames'>[],
  {
    tokeniser,
    isOrdinary,
  }: { tokeniser: Tokeniser; isOrdinary(words: readonly string[]): boolean },
): (words: readonly string[]) => string[] {
  const byName = new Map<string, Set<string>>();
  for (const { slug, status, name, otherNames } of listings) {
    if (status !== 'open') continue;
    for (const text of [name, ...otherNames]) {
      const key = tokeniser.words(text).join(' ');
      byName.set(key, (byName.get(key) ?? new Set()).add(slug));
    }
  }
  const distinctive = [...byName].flatMap(([key, slugs]) => {
    const words = key.split(' ');
    const [slug] = slugs;
    const tells = slugs.size === 1 && slug && key.length >= SHORTEST && !isOrdinary(words);
    return tells ? [[slug, [key]] as const] : [];
  });
  const find = createPhraseFinder(distinctive, tokeniser);
  return (words) => [
    ...new Set(
      find(words)
        .filter(({ start, end }) => end - start < words.length)
        .map(({ value }) => value),
    ),
  ];
}

const SHORTEST = 4;
