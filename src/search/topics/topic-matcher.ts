import type { SearchDefinition } from '../definition/definition.ts';
import { createLexicon } from '../words/lexicon.ts';
import {
  countPhraseWords,
  createPhraseTable,
  type Phrase,
  toPhrases,
} from '../words/phrase-table.ts';
import type { Span } from '../words/spans.ts';
import { isWithin, withoutOverlaps } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { createFuzzyMatcher, exactMatcher, PLURAL_SIMILARITY } from '../words/word-matcher.ts';

/** A need or a situation, by what people say for it. */
export interface Topic {
  slug: string;
  phrases: readonly string[];
  /** Phrases that look like it and are not: "rent a car" is no housing. */
  avoid: readonly string[];
}

export interface TopicMatch extends Span {
  topic: string;
  /** More for longer phrases, for words that few topics use, and for words as written. */
  weight: number;
  /** 1: as written … under 0.8: an unfinished word might become it. */
  similarity: number;
}

export interface TopicMatches {
  matches: TopicMatch[];
  /** Topics that words look like but do not mean. */
  avoided: ReadonlySet<string>;
}

export type TopicMatcher = ((words: readonly string[]) => TopicMatches) & {
  /** Does any phrase hold the word as written? */
  hasWord(word: string): boolean;
  /** The word of a phrase that a misspelt one is likeliest meant for. */
  correct(word: string): string | undefined;
};

/**
 * Finds topics in residents' words by phrases: the longest first; a phrase of the topic's "avoid" list
 * hides its phrases within.
 */
export function createTopicMatcher(
  topics: readonly Topic[],
  {
    definition,
    tokeniser,
    isKnownWord,
  }: {
    definition: Pick<SearchDefinition, 'stopWords' | 'settings'>;
    tokeniser: Tokeniser;
    isKnownWord: (word: string) => boolean;
  },
): TopicMatcher {
  const { stopWords, settings } = definition;
  const phrases = topics.flatMap(({ slug, phrases }) => toPhrases(phrases, slug, tokeniser));
  const avoided = topics.flatMap(({ slug, avoid }) => toPhrases(avoid, slug, tokeniser));
  const lexicon = createLexicon(countPhraseWords(phrases), settings.typos);
  const avoidWords = countPhraseWords(avoided);
  const matchWord = createFuzzyMatcher(
    lexicon,
    (word) => avoidWords.has(word) || isKnownWord(word),
  );
  const table = createPhraseTable(phrases, stopWords, matchWord);
  const avoid = createPhraseTable(avoided, stopWords, exactMatcher);
  const rarity = createRarity(phrases, topics.length);

  function match(words: readonly string[]): TopicMatches {
    const avoidMatches = avoid.find(words, false);
    const allowed = table.find(words, true).flatMap((match) => {
      if (isImplausible(words.slice(match.start, match.end), match, isKnownWord)) return [];
      const values = match.values.filter((topic) => {
        const hiding = avoidMatches.filter((other) => other.values.includes(topic));
        return !isWithin(match, hiding);
      });
      return values.length > 0 ? [{ ...match, values }] : [];
    });
    const matches: TopicMatch[] = [];
    for (const { start, end, similarity, values } of withoutOverlaps(allowed)) {
      let weight = 0;
      for (const word of words.slice(start, end)) {
        if (!stopWords.has(word)) weight += rarity(word) * similarity;
      }
      for (const topic of values) matches.push({ topic, start, end, weight, similarity });
    }
    return { matches, avoided: new Set(avoidMatches.flatMap((match) => match.values)) };
  }

  return Object.assign(match, {
    hasWord: (word: string) => lexicon.has(word),
    correct: (word: string) => lexicon.corrections(word, 1)[0]?.word,
  });
}

// Slips are likelier in a phrase that another of its words bears out.
const SHORTEST_CORRECTED = { latin: 5, other: 7 };

/**
 * One word that is no phrase but only like one: an ordinary word means itself ("better" is no "betting"),
 * and a short one may be anything. A plural is the same word.
 */
function isImplausible(
  words: readonly string[],
  { length, similarity }: { length: number; similarity: number },
  isKnownWord: (word: string) => boolean,
): boolean {
  const [word = ''] = words;
  if (length > 1 || words.length > 1 || similarity === 1) return false;
  if (similarity === PLURAL_SIMILARITY) return false;
  const shortest = /^[a-z]/.test(word) ? SHORTEST_CORRECTED.latin : SHORTEST_CORRECTED.other;
  return isKnownWord(word) || [...word].length < shortest;
}

/** How telling a word is: of few topics' phrases more than of many. An unknown word is a slip for one. */
function createRarity(
  phrases: readonly Phrase<string>[],
  topicCount: number,
): (word: string) => number {
  const topicsWith = new Map<string, number>();
  for (const ofTopic of Map.groupBy(phrases, ({ value }) => value).values()) {
    for (const word of new Set(ofTopic.flatMap(({ words }) => words))) {
      topicsWith.set(word, (topicsWith.get(word) ?? 0) + 1);
    }
  }
  return (word) => Math.log(1 + topicCount / (topicsWith.get(word) ?? 1));
}

/** Each topic once, by its weightiest phrase, the weightiest first. */
export function bestOfEach(matches: readonly TopicMatch[]): TopicMatch[] {
  return matches
    .toSorted((a, b) => b.weight - a.weight || a.start - b.start)
    .filter((each, i, all) => all.findIndex((other) => other.topic === each.topic) === i);
}
