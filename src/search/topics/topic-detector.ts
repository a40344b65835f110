import type { Lists, Need } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Crisis } from '../port.ts';
import { createSpanFinder, type Span } from '../words/phrase-finder.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { type ChosenTopics, createTopicChooser } from './choose-topics.ts';
import { createGuesser, type Guess, needTopic } from './predict-topics.ts';
import { createTopicClassifier, type TopicExamples } from './topic-classifier.ts';
import { createTopicSpotter } from './topic-matcher.ts';

export interface About {
  isName: boolean;
  isOnlyAside: boolean;
  crisis?: Crisis | undefined;
}

/** Reads which situations and needs words are about. */
export interface TopicReader {
  read(words: readonly string[], about: About): ChosenTopics;
  /** Where phrases for situations or needs stand. */
  find(words: readonly string[]): Span[];
  /** Does any phrase hold the word? */
  knows(word: string): boolean;
  /** A phrase for a situation or need, or an ordinary word: no sign that a name is meant. */
  isPhrase(words: readonly string[]): boolean;
}

export interface TopicReaderParts {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  lists: Pick<Lists, 'needs'>;
  situations: readonly Situation[];
  listings: readonly PublicListing[];
  englishWords: ReadonlySet<string>;
  isKnownWord: (word: string) => boolean;
}

export function createTopicReader(parts: TopicReaderParts): TopicReader {
  const { definition, lists, situations } = parts;
  const spotNeeds = createTopicSpotter(
    lists.needs.map((need) => toNeedTopic(need, definition)),
    parts,
  );
  const spotSituations = createTopicSpotter(
    situations.map(({ slug, title }) => {
      const { phrases, avoid } = definition.situations.get(slug) ?? NO_WORDS;
      return { slug, avoid, phrases: [...Object.values(title), ...phrases] };
    }),
    parts,
  );
  const classify = createTopicClassifier(toExamples(parts), {
    tokeniser: parts.tokeniser,
    stopWords: definition.stopWords,
  });
  const guess = createGuesser(classify, situations);
  const findTellers = createSpanFinder(
    [...definition.situations].map(([slug, { onlyWith }]) => [slug, onlyWith] as const),
    parts.tokeniser,
  );
  const choose = createTopicChooser(
    situations,
    definition.settings,
    new Map(definition.crisis.subjects.map((subject) => [subject.name, subject.situations])),
  );
  return { read, find, knows, isPhrase };

  function knows(word: string) {
    return spotNeeds.knows(word) || spotSituations.knows(word);
  }

  function isPhrase(words: readonly string[]): boolean {
    const [word = ''] = words;
    if (words.length > 1) return false;
    return parts.englishWords.has(word) || find(words).length > 0;
  }

  // What no phrase and no language knows is a slip; the classifier has learnt from words without slips.
  function repair(word: string): string {
    if (word.length < SHORTEST_REPAIRED || knows(word) || parts.isKnownWord(word)) return word;
    return spotSituations.repair(word) ?? word;
  }

  function find(words: readonly string[]): Span[] {
    return [...spotSituations(words).spotted, ...spotNeeds(words).spotted];
  }

  function read(words: readonly string[], { isName, isOnlyAside, crisis }: About): ChosenTopics {
    const needs = spotNeeds(words);
    const found = spotSituations(words);
    const guessed = isOnlyAside ? { needs: [], situations: [] } : guess(words.map(repair));
    const allowed: Guess = {
      needs: guessed.needs.filter(({ topic }) => !needs.avoided.has(topic)),
      situations: guessed.situations,
    };
    return choose({
      situations: found.spotted,
      avoided: new Set([...found.avoided, ...untold(words)]),
      length: words.length,
      needs: needs.spotted,
      guess: allowed,
      covered: shareCovered(words, [...found.spotted, ...needs.spotted]),
      isName,
      crisis,
    });
  }

  /** Situations that are guessed at only with a word that was not said. */
  function untold(words: readonly string[]): string[] {
    const told = new Set(findTellers(words).map(({ value }) => value));
    return [...definition.situations].flatMap(([slug, { onlyWith }]) =>
      onlyWith.length > 0 && !told.has(slug) ? [slug] : [],
    );
  }

  function shareCovered(words: readonly string[], spans: readonly Span[]): number {
    const content = words.flatMap((word, i) => (definition.stopWords.has(word) ? [] : [i]));
    const covered = content.filter((i) => spans.some(({ start, end }) => start <= i && i < end));
    return content.length > 0 ? covered.length / content.length : 1;
  }
}

const SHORTEST_REPAIRED = 5;

const NO_WORDS = { phrases: [], avoid: [], onlyWith: [] };

function toNeedTopic({ slug, label }: Need, { everyday }: SearchDefinition) {
  const { phrases, avoid } = everyday.get(slug) ?? NO_WORDS;
  return { slug, avoid, phrases: [...Object.values(label), ...phrases] };
}

// Enough to know a need's language; more would only cost time when the index is built.
const MOST_EXAMPLES = 200;
const LISTING_WEIGHT = { main: 0.3, other: 0.12 };
const SAID_BY_US = 0.5;

function toExamples({
  definition,
  lists,
  situations,
  listings,
}: TopicReaderParts): TopicExamples[] {
  return [
    ...situations.map(({ slug, title, lead }) => ({
      topic: slug,
      phrases: definition.situations.get(slug)?.phrases ?? [],
      texts: [...Object.values(title), ...Object.values(lead)].map((text) => ({
        text,
        weight: SAID_BY_US,
      })),
    })),
    ...lists.needs.map((need) => ({
      topic: needTopic(need.slug),
      phrases: toNeedTopic(need, definition).phrases,
      texts: listings
        .filter((listing) => listing.needs.includes(need.slug))
        .slice(0, MOST_EXAMPLES)
        .map((listing) => ({
          text: `${listing.name} ${listing.summary} ${listing.description}`,
          weight: listing.needs[0] === need.slug ? LISTING_WEIGHT.main : LISTING_WEIGHT.other,
        })),
    })),
  ];
}
