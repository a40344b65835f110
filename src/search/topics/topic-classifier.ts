import type { Tokeniser } from '../words/tokeniser.ts';

/**
 * Guesses which topic a sentence is about when it holds no phrase we know, from the words, word beginnings,
 * consonants and pairs of words it shares with each topic's phrases and listings (TF-IDF, cosine with the topic's
 * centre). Beginnings stand in for grammar: Bengali and Somali endings, English plurals. Never word
 * middles, or "dental" would be near "mental".
 */
export type TopicClassifier = (words: readonly string[]) => TopicLikelihood[];

export interface TopicLikelihood {
  topic: string;
  /** The topics' likelihoods add up to 1 at most, to less where little is shared. */
  likelihood: number;
}

export interface TopicExamples {
  topic: string;
  phrases: readonly string[];
  /** Less telling than phrases, which residents use. */
  texts: readonly { text: string; weight: number }[];
}

const SHORTEST_BEGINNING = 3;
const LONGEST_BEGINNING = 6;
/** Small words tell a little: "my", "at night". */
const STOP_WORD = 0.3;
const BEGINNING = 0.25;
const PAIR = 0.5;
const CONSONANTS = 0.5;
// Squaring what the cosines say makes of them shares that are right as often as they claim: cross-checked
// on the phrases of search-index/situations, a need is right four times in five from 0.27.
const SHARPNESS = 2;

// A cosine below this shares so little that chance may have done it: one beginning of one word.
const TRUSTED_FROM = 0.06;

/** Plain data, which a build may keep. The arrays from `starts` on are those of a sparse matrix. */
export interface LearntTopics {
  topics: string[];
  /** Each feature stands once; `rarity` is in its order. */
  features: string[];
  rarity: Float64Array;
  /** Feature `n` is told of in `topicIndexes` and `values` from `starts[n]` until `starts[n + 1]`. */
  starts: Uint32Array;
  topicIndexes: Uint16Array;
  values: Float32Array;
}

export function learnTopics(
  examples: readonly TopicExamples[],
  { tokeniser, stopWords }: { tokeniser: Tokeniser; stopWords: ReadonlySet<string> },
): LearntTopics {
  const { numbers, rarity, totals } = countExamples(examples, tokeniser, stopWords);
  return {
    topics: examples.map(({ topic }) => topic),
    features: [...numbers.keys()],
    rarity,
    ...toShares({ numbers, rarity, totals }),
  };
}

export function createTopicClassifier(
  learnt: LearntTopics,
  stopWords: ReadonlySet<string>,
): TopicClassifier {
  const { topics, rarity } = learnt;
  const numbers = new Map(learnt.features.map((name, number) => [name, number]));
  // Of a feature that no topic has: it is as telling as one of a single topic, and counts in the length.
  const unknown = Math.log(1 + topics.length);

  return (words) => {
    const typed: { feature: number; value: number }[] = [];
    let squares = 0;
    for (const [name, count] of countFeatures(words, stopWords)) {
      const feature = numbers.get(name);
      const value = count * (feature === undefined ? unknown : (rarity[feature] ?? 0));
      squares += value ** 2;
      if (feature !== undefined) typed.push({ feature, value });
    }
    const similarity = new Float64Array(topics.length);
    const length = Math.sqrt(squares) || 1;
    for (const { feature, value } of typed) addShares(learnt, similarity, feature, value / length);
    return toLikelihoods(similarity).map((likelihood, topic) => ({
      topic: topics[topic] ?? '',
      likelihood,
    }));
  };
}

function toLikelihoods(similarity: Float64Array): number[] {
  const sharp = Array.from(similarity, (value) => value ** SHARPNESS);
  const whole = sharp.reduce((sum, value) => sum + value, 0);
  const trust = Math.min(1, Math.max(...similarity, 0) / TRUSTED_FROM);
  return sharp.map((value) => (whole > 0 ? (trust * value) / whole : 0));
}

interface Counted {
  /** Of each feature; the arrays below are in its order. */
  numbers: ReadonlyMap<string, number>;
  rarity: Float64Array;
  /** By topic: which features its examples hold, and how much of each. */
  totals: { features: Uint32Array; counts: Float64Array }[];
}

// Numbers rather than words: there are tens of thousands of phrases.
function countExamples(
  examples: readonly TopicExamples[],
  tokeniser: Tokeniser,
  stopWords: ReadonlySet<string>,
): Counted {
  const numbers = new Map<string, number>();
  const topicsWith: number[] = [];
  const totals = examples.map(({ phrases, texts }) => {
    const total = new Map<number, number>();
    const add = (text: string, weight: number) => {
      eachFeature(tokeniser.words(text), stopWords, (name, count) => {
        let number = numbers.get(name);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(name, number);
          topicsWith.push(0);
        }
        const before = total.get(number);
        if (before === undefined) topicsWith[number] = (topicsWith[number] ?? 0) + 1;
        total.set(number, (before ?? 0) + count * weight);
      });
    };
    for (const phrase of phrases) add(phrase, 1);
    for (const { text, weight } of texts) add(text, weight);
    // Arrays of numbers take a tenth of a map's memory, and all topics' are held at once.
    return {
      features: Uint32Array.from(total.keys()),
      counts: Float64Array.from(total.values()),
    };
  });
  // A feature that every topic has tells nothing.
  const rarity = Float64Array.from(topicsWith, (count) => Math.log(1 + examples.length / count));
  return { numbers, rarity, totals };
}

/** By feature rather than by topic, so that a query reads only what it holds. */
function toShares({ numbers, rarity, totals }: Counted) {
  const starts = new Uint32Array(numbers.size + 1);
  for (const { features } of totals) {
    for (const feature of features) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const topicIndexes = new Uint16Array(starts.at(-1) ?? 0);
  const values = new Float32Array(topicIndexes.length);
  for (const [topic, { features, counts }] of totals.entries()) {
    const worths = counts.map((count, i) => Math.sqrt(count) * (rarity[features[i] ?? 0] ?? 0));
    const length = Math.sqrt(worths.reduce((sum, worth) => sum + worth ** 2, 0)) || 1;
    for (const [i, feature] of features.entries()) {
      const at = next[feature] ?? 0;
      topicIndexes[at] = topic;
      values[at] = (worths[i] ?? 0) / length;
      next[feature] = at + 1;
    }
  }
  return { starts, topicIndexes, values };
}

function addShares(
  { starts, topicIndexes, values }: LearntTopics,
  similarity: Float64Array,
  feature: number,
  value: number,
): void {
  for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at += 1) {
    const topic = topicIndexes[at] ?? 0;
    similarity[topic] = (similarity[topic] ?? 0) + value * (values[at] ?? 0);
  }
}

function countFeatures(
  words: readonly string[],
  stopWords: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  eachFeature(words, stopWords, (name, count) => counts.set(name, (counts.get(name) ?? 0) + count));
  return counts;
}

function eachFeature(
  words: readonly string[],
  stopWords: ReadonlySet<string>,
  tell: (name: string, count: number) => void,
): void {
  for (const [i, word] of words.entries()) {
    const weight = stopWords.has(word) ? STOP_WORD : 1;
    tell(word, weight);
    for (let length = SHORTEST_BEGINNING; length <= LONGEST_BEGINNING; length += 1) {
      if (word.length > length) tell(`${word.slice(0, length)}-`, weight * BEGINNING);
    }
    const consonants = consonantsOf(word);
    if (consonants) tell(consonants, weight * CONSONANTS);
    const next = words[i + 1];
    if (next !== undefined) tell(`${word} ${next}`, PAIR);
  }
}

/** "depresed", "dprssd" and "depressed" alike; romanised Bengali has as many spellings as writers. */
function consonantsOf(word: string): string | undefined {
  if (!/^[a-z]{4,}$/.test(word)) return undefined;
  const rest = word
    .slice(1)
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1');
  return `~${word.slice(0, 1)}${rest}`;
}
