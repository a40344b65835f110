import type { Need } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import { type Phrase, toPhrases } from '../words/phrase-table.ts';
import { createPrefixIndex } from '../words/prefix-index.ts';
import { createTokeniser, type Tokeniser } from '../words/tokeniser.ts';
import { createAboutSearchFilter } from './about-search.ts';
import { type NamedListing, orderNames } from './name-order.ts';
import { createSituationSuggester } from './situation-suggestions.ts';

/** What words that are still being typed may become. */
export interface Suggester {
  /** By their titles and the words people say for them, the likeliest first. */
  situations(typed: string): Situation[];
  /** Open listings by any of their names. Words about the search, "phone number", are set aside. */
  listings(typed: string): NamedListing[];
  /** Whether the words say more than the need does: "food near the mosque" does, "foodbank" does not. */
  saysMore(typed: string, need: string): boolean;
}

export interface SuggesterParts {
  /** Sorted by name. */
  listings: readonly PublicListing[];
  /** The most urgent first. */
  situations: readonly Situation[];
  needs: readonly Pick<Need, 'slug' | 'label'>[];
  definition: Pick<
    SearchDefinition,
    'normalise' | 'stopWords' | 'aboutSearch' | 'everyday' | 'situations'
  >;
}

export function createSuggester(parts: SuggesterParts): Suggester {
  const { definition } = parts;
  const tokeniser = createTokeniser(definition.normalise);
  const findSituations = createSituationSuggester(parts.situations, definition, tokeniser);
  const findNames = createPrefixIndex(parts.listings.flatMap((each) => toNames(each, tokeniser)));
  const withoutAboutSearch = createAboutSearchFilter(
    toPhrases(definition.aboutSearch, true, tokeniser),
  );
  const wordsByNeed = toWordsByNeed(parts, tokeniser);

  function contentOf(words: readonly string[]): string[] {
    return withoutAboutSearch(words).filter((word) => !definition.stopWords.has(word));
  }

  function isName(words: readonly string[]): boolean {
    return findNames(words).some((name) => name.words.join() === words.join());
  }

  return {
    situations: (typed) => findSituations(tokeniser.words(typed), isName),
    listings(typed) {
      const words = tokeniser.words(typed);
      const found = findNames(words);
      if (found.length > 0) return orderNames(found, words);
      const content = contentOf(words);
      return orderNames(findNames(content), content);
    },
    saysMore(typed, need) {
      const needWords = wordsByNeed.get(need) ?? new Set<string>();
      const words = contentOf(tokeniser.words(typed));
      const last = words.at(-1);
      const isBegun = (word: string) =>
        word === last && [...needWords].some((each) => each.startsWith(word));
      return words.some((word) => !needWords.has(word) && !isBegun(word));
    },
  };
}

function toNames(listing: PublicListing, tokeniser: Tokeniser): Phrase<NamedListing>[] {
  if (listing.status !== 'open') return [];
  return [
    ...toPhrases([listing.name], { listing, otherName: undefined }, tokeniser),
    ...listing.otherNames.flatMap((otherName) =>
      toPhrases([otherName], { listing, otherName }, tokeniser),
    ),
  ];
}

/** By need: all words of its labels and of its everyday phrases. */
function toWordsByNeed(
  { needs, definition }: SuggesterParts,
  tokeniser: Tokeniser,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    needs.map(({ slug, label }) => {
      const phrases = [...Object.values(label), ...(definition.everyday.get(slug)?.phrases ?? [])];
      return [slug, new Set(phrases.flatMap((phrase) => tokeniser.words(phrase)))];
    }),
  );
}
