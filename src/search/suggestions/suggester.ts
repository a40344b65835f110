import type { Need } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import { type Phrase, toPhrases } from '../words/phrase-table.ts';
import { createBeginnings } from '../words/prefix-index.ts';
import { createTokeniser } from '../words/tokeniser.ts';

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

interface SaidOfSituation {
  situation: Situation;
  isTitle: boolean;
}

// How much of what people say must have been typed: "cab" is no start of "assaulted in a cab". More of
// it before a screen that others may see names abuse or a wish to die.
const LEAST_SHARE = 0.5;
const CAREFUL_SHARE = 0.6;

// "CAB" names a service, whatever it may begin in another language.
function leastShare(situation: Situation, isName: boolean): number {
  if (isName) return 1;
  return situation.private || situation.crisis ? CAREFUL_SHARE : LEAST_SHARE;
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

  const findSituations = createBeginnings<SaidOfSituation>(
    parts.situations.flatMap((situation) => [
      ...toPhrases(Object.values(situation.title), { situation, isTitle: true }, tokeniser),
      ...toPhrases(
        definition.situations.get(situation.slug)?.phrases ?? [],
        { situation, isTitle: false },
        tokeniser,
      ),
    ]),
  );
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
      // Two letters begin a word of nearly every situation, and "I have" says nothing yet.
      if (!words.some((word) => word.length > 2 && !definition.stopWords.has(word))) return [];
      const isName = findNames(words).some(({ words: name }) => name.join() === words.join());
      const shares = new Map<Situation, number>();
      for (const { words: phrase, value } of findSituations(words)) {
        const share = value.isTitle ? 1 : words.join('').length / phrase.join('').length;
        const { situation } = value;
        if (share < leastShare(situation, isName)) continue;
        shares.set(situation, Math.max(share, shares.get(situation) ?? 0));
      }
      return parts.situations
        .filter((situation) => shares.has(situation))
        .sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
    },
    listings(typed) {
      const words = tokeniser.words(typed);
      const found = findNames(words);
      const rest = found.length > 0 ? words : content(words);
      return inOrder(found.length > 0 ? found : findNames(rest), rest);
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

// A name that is all of what was typed, then one that begins with it, then another name that does, then
// one that holds the words.
function inOrder(found: readonly Phrase<NamedListing>[], typed: readonly string[]): NamedListing[] {
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
