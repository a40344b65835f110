import type { Lists } from '../../directory/lists.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Crisis } from '../port.ts';
import { createPhraseFinder } from '../words/phrase-finder.ts';
import type { Span } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { type ChosenTopics, createTopicChooser } from './choose-topics.ts';
import { createTopicPredictor, type TopicPrediction } from './predict-topics.ts';
import type { TopicClassifier } from './topic-classifier.ts';
import { createTopicMatcher, type TopicMatches } from './topic-matcher.ts';
import { toNeedTopic, toSituationTopic } from './topic-phrases.ts';

/** What is known of words beside the topics in them. */
export interface QueryFacts {
  isName: boolean;
  isOnlyPreference: boolean;
  crisis?: Crisis | undefined;
}

/** The phrases for situations and for needs that stand among words. */
export interface PhrasesFound {
  situations: TopicMatches;
  needs: TopicMatches;
}

/** Detects which situations and needs words are about. */
export interface TopicDetector {
  findPhrases(words: readonly string[]): PhrasesFound;
  /** `phrases`: what findPhrases found in the same words. */
  detect(words: readonly string[], phrases: PhrasesFound, facts: QueryFacts): ChosenTopics;
  /** Does any phrase hold the word? */
  hasWord(word: string): boolean;
  /** A phrase for a situation or need, or an ordinary word: no sign that a name is meant. */
  isPhrase(words: readonly string[]): boolean;
}

export interface TopicDetectorParts {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  lists: Pick<Lists, 'needs'>;
  situations: readonly Situation[];
  classifyTopics: TopicClassifier;
  englishWords: ReadonlySet<string>;
  isKnownWord: (word: string) => boolean;
}

const SHORTEST_CORRECTED = 5;
const NO_PREDICTION: TopicPrediction = { needs: [], situations: [] };

export function createTopicDetector(parts: TopicDetectorParts): TopicDetector {
  const { definition, lists, situations, tokeniser } = parts;
  const matchNeeds = createTopicMatcher(
    lists.needs.map((need) => toNeedTopic(need, definition)),
    parts,
  );
  const matchSituations = createTopicMatcher(
    situations.map((situation) => toSituationTopic(situation, definition)),
    parts,
  );
  const { stopWords } = definition;
  const predict = createTopicPredictor(parts.classifyTopics, situations);
  const findRuledOut = createExclusion(definition, tokeniser);
  const choose = createTopicChooser(
    situations,
    definition.settings,
    new Map(definition.crisis.subjects.map((subject) => [subject.name, subject.situations])),
  );
  return { findPhrases, detect, hasWord, isPhrase };

  function hasWord(word: string): boolean {
    return matchNeeds.hasWord(word) || matchSituations.hasWord(word);
  }

  function isPhrase(words: readonly string[]): boolean {
    const [word = ''] = words;
    if (words.length > 1) return false;
    return parts.englishWords.has(word) || spansOf(findPhrases(words)).length > 0;
  }

  // What no phrase and no language has is a slip; the classifier has learnt from words without slips.
  function correct(word: string): string {
    if (word.length < SHORTEST_CORRECTED || hasWord(word) || parts.isKnownWord(word)) return word;
    return matchSituations.correct(word) ?? word;
  }

  function findPhrases(words: readonly string[]): PhrasesFound {
    return { situations: matchSituations(words), needs: matchNeeds(words) };
  }

  function detect(
    words: readonly string[],
    phrases: PhrasesFound,
    { isName, isOnlyPreference, crisis }: QueryFacts,
  ): ChosenTopics {
    const predicted = isOnlyPreference ? NO_PREDICTION : predict(words.map(correct));
    return choose({
      situations: phrases.situations.matches,
      avoided: new Set([...phrases.situations.avoided, ...findRuledOut(words)]),
      length: words.length,
      needs: phrases.needs.matches,
      prediction: {
        needs: predicted.needs.filter(({ topic }) => !phrases.needs.avoided.has(topic)),
        situations: predicted.situations,
      },
      covered: shareCovered(words, spansOf(phrases), stopWords),
      isName,
      crisis,
    });
  }
}

/** Where the phrases stand. */
export function spansOf({ situations, needs }: PhrasesFound): Span[] {
  return [...situations.matches, ...needs.matches];
}

/** Finds the situations that are meant only with a word (`onlyWith`) that is not there. */
function createExclusion(
  { situations }: Pick<SearchDefinition, 'situations'>,
  tokeniser: Tokeniser,
): (words: readonly string[]) => string[] {
  const find = createPhraseFinder(
    [...situations].map(([slug, { onlyWith }]) => [slug, onlyWith] as const),
    tokeniser,
  );
  return (words) => {
    const possible = new Set(find(words).map(({ value }) => value));
    return [...situations].flatMap(([slug, { onlyWith }]) =>
      onlyWith.length > 0 && !possible.has(slug) ? [slug] : [],
    );
  };
}

/** Share of the words with content that the spans cover. */
function shareCovered(
  words: readonly string[],
  spans: readonly Span[],
  stopWords: ReadonlySet<string>,
): number {
  const content = words.flatMap((word, i) => (stopWords.has(word) ? [] : [i]));
  const covered = content.filter((i) => spans.some(({ start, end }) => start <= i && i < end));
  return content.length > 0 ? covered.length / content.length : 1;
}
