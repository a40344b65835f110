import type { SearchDefinition } from './definition.ts';
import type { Tokeniser } from './normalise.ts';
import {
  asWritten,
  countPhraseWords,
  createPhraseTable,
  createWordGuesser,
  type Phrase,
  toPhrases,
} from './phrase-table.ts';
import { isWithin, withoutOverlaps } from './spotted.ts';
import { createWordList } from './word-list.ts';

export interface SpottedNeed {
  need: string;
  /** The words that told it: [start, end). */
  start: number;
  end: number;
  /** More for longer phrases, for words that few needs use, and for words as written. */
  weight: number;
  /** 1: as written … under 0.8: an unfinished word might become it. */
  likeness: number;
}

export interface NeedsInWords {
  spotted: SpottedNeed[];
  /** Needs that words look like but do not mean: "rent a car" is no housing. */
  avoided: ReadonlySet<string>;
}

export interface NeedLabels {
  slug: string;
  labels: string[];
}

/**
 * Spots needs in residents' words by the everyday phrases of search-index/everyday/ and the needs' own
 * labels. Longest phrase first; a phrase on the need's "avoid" list hides the need's phrases within it.
 */
export function createNeedSpotter(
  needs: readonly NeedLabels[],
  {
    definition,
    tokeniser,
    isKnownWord,
  }: {
    definition: SearchDefinition;
    tokeniser: Tokeniser;
    isKnownWord: (word: string) => boolean;
  },
): (words: readonly string[]) => NeedsInWords {
  const phrases: Phrase<string>[] = [];
  const avoided: Phrase<string>[] = [];
  for (const { slug, labels } of needs) {
    const everyday = definition.everyday.get(slug) ?? { phrases: [], avoid: [] };
    phrases.push(...toPhrases([...labels, ...everyday.phrases], slug, tokeniser));
    avoided.push(...toPhrases(everyday.avoid, slug, tokeniser));
  }
  const { stopWords, settings } = definition;
  const list = createWordList(countPhraseWords(phrases), settings.typos);
  const avoidWords = countPhraseWords(avoided);
  const guess = createWordGuesser(list, (word) => avoidWords.has(word) || isKnownWord(word));
  const table = createPhraseTable(phrases, stopWords, guess);
  const avoid = createPhraseTable(avoided, stopWords, asWritten);
  const rarity = createRarity(phrases, needs.length);

  return (words) => {
    const avoidMatches = avoid.find(words, false);
    const allowed = table.find(words, true).flatMap((match) => {
      const values = match.values.filter((need) => {
        const hiding = avoidMatches.filter((other) => other.values.includes(need));
        return !isWithin(match, hiding);
      });
      return values.length > 0 ? [{ ...match, values }] : [];
    });
    const spotted: SpottedNeed[] = [];
    for (const { start, end, likeness, values } of withoutOverlaps(allowed)) {
      let weight = 0;
      for (const word of words.slice(start, end)) {
        if (!stopWords.has(word)) weight += rarity(word) * likeness;
      }
      for (const need of values) spotted.push({ need, start, end, weight, likeness });
    }
    return { spotted, avoided: new Set(avoidMatches.flatMap((match) => match.values)) };
  };
}

/** How telling a word is: of few needs' phrases more than of many. An unknown word is a slip for one. */
function createRarity(
  phrases: readonly Phrase<string>[],
  needCount: number,
): (word: string) => number {
  const needsWith = new Map<string, Set<string>>();
  for (const { words, value } of phrases) {
    for (const word of words) {
      needsWith.set(word, (needsWith.get(word) ?? new Set()).add(value));
    }
  }
  return (word) => Math.log(1 + needCount / (needsWith.get(word)?.size ?? 1));
}
