import type { Need } from '../directory/lists.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Situation } from '../directory/situation.ts';
import { createBeginnings } from './beginnings.ts';
import type { SearchDefinition } from './definition.ts';
import { createTokeniser } from './normalise.ts';
import { type Phrase, toPhrases } from './phrase-table.ts';

/** What words that are still being typed may become. */
export interface Suggester {
  /** By their titles and the words people say for them, the likeliest first. */
  situations(typed: string): Situation[];
  /** Open listings by any of their names. Words about the search, "phone number", are set aside. */
  listings(typed: string): NamedListing[];
  /** Whether the words say more than the need does: "food near the mosque" does, "foodbank" does not. */
  saysMore(typed: string, need: string): boolean;
}

export interface NamedListing {
  listing: PublicListing;
  /** The other name that the words began, where its own name does not hold them: "CAB". */
  otherName: string | undefined;
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
  const setAside = createSetAside(toPhrases(definition.aboutSearch, true, tokeniser));
  const content = (words: readonly string[]) =>
    setAside(words).filter((word) => !definition.stopWords.has(word));

  const situationPhrases = parts.situations.flatMap((situation) =>
    toPhrases(
      [
        ...Object.values(situation.title),
        ...(definition.situations.get(situation.slug)?.phrases ?? []),
      ],
      situation,
      tokeniser,
    ),
  );
  const findSituations = createBeginnings(situationPhrases);
  const findNames = createBeginnings<NamedListing>(
    parts.listings
      .filter(({ status }) => status === 'open')
      .flatMap((listing) => [
        ...toPhrases([listing.name], { listing, otherName: undefined }, tokeniser),
        ...listing.otherNames.flatMap((otherName) =>
          toPhrases([otherName], { listing, otherName }, tokeniser),
        ),
      ]),
  );
  const wordsByNeed = new Map(
    parts.needs.map(({ slug, label }) => [
      slug,
      new Set(
        [...Object.values(label), ...(definition.everyday.get(slug)?.phrases ?? [])].flatMap(
          (phrase) => tokeniser.words(phrase),
        ),
      ),
    ]),
  );

  return {
    situations(typed) {
      const words = tokeniser.words(typed);
      // Two letters begin a word of nearly every situation.
      if (words.join('').length < 3) return [];
      return inOrder(findSituations(words), words, (situation) => situation.slug);
    },
    listings(typed) {
      const words = tokeniser.words(typed);
      const found = findNames(words);
      const rest = found.length > 0 ? words : content(words);
      return inOrder(
        found.length > 0 ? found : findNames(rest),
        rest,
        ({ listing }) => listing.slug,
      );
    },
    saysMore(typed, need) {
      const known = wordsByNeed.get(need) ?? new Set<string>();
      const words = content(tokeniser.words(typed));
      const last = words.at(-1) ?? '';
      return words.some(
        (word) =>
          !known.has(word) && !(word === last && [...known].some((one) => one.startsWith(word))),
      );
    },
  };
}

// A phrase that is all of what was typed, then one that begins with it, then one that holds the words.
function inOrder<T>(
  found: readonly Phrase<T>[],
  typed: readonly string[],
  key: (value: T) => string,
): T[] {
  const text = typed.join(' ');
  const rank = ({ words }: Phrase<T>) => {
    const phrase = words.join(' ');
    return phrase === text ? 0 : phrase.startsWith(text) ? 1 : 2;
  };
  const best = new Map<string, T>();
  for (const wanted of [0, 1, 2]) {
    for (const phrase of found) {
      const name = key(phrase.value);
      if (rank(phrase) === wanted && !best.has(name)) best.set(name, phrase.value);
    }
  }
  return [...best.values()];
}

/** Leaves out words about the search; the last of several such words may be unfinished. */
function createSetAside(about: readonly Phrase<true>[]) {
  const lengthAt = (words: readonly string[], start: number) => {
    let longest = 0;
    for (const { words: phrase } of about) {
      const typed = words.slice(start, start + phrase.length);
      const isWhole = typed.length === phrase.length;
      const isAtEnd = start + typed.length === words.length && typed.length > 1;
      const isLike = typed.every(
        (word, i) =>
          word === phrase[i] ||
          (isAtEnd && i === typed.length - 1 && phrase[i]?.startsWith(word) === true),
      );
      if (isLike && (isWhole || isAtEnd)) longest = Math.max(longest, typed.length);
    }
    return longest;
  };
  return (words: readonly string[]): string[] => {
    const rest: string[] = [];
    for (let at = 0; at < words.length; ) {
      const length = lengthAt(words, at);
      if (length === 0) rest.push(words[at] ?? '');
      at += Math.max(length, 1);
    }
    return rest;
  };
}
