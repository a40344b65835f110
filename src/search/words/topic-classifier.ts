import type { Tokeniser } from '../normalise.ts';

/**
 * Guesses which topic a sentence is about when it holds no phrase we know, from the words, word beginnings
 * and pairs of words it shares with each topic's phrases and listings (TF-IDF, cosine with the topic's
 * centre). Beginnings stand in for grammar: Bengali and Somali endings, English plurals. Never word
 * middles, or "dental" would be near "mental".
 */
export type TopicClassifier = (words: readonly string[]) => GuessedTopic[];

export interface GuessedTopic {
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
// Squaring what the cosines say makes of them shares that are right as often as they claim: cross-checked
// on the phrases of search-index/situations, a need is right four times in five from 0.27.
const SHARPNESS = 2;

// A cosine below this shares so little that chance may have done it: one beginning of one word.
const TRUSTED_FROM = 0.06;

type Features = Map<string, number>;

export function createTopicClassifier(
  examples: readonly TopicExamples[],
  { tokeniser, stopWords }: { tokeniser: Tokeniser; stopWords: ReadonlySet<string> },
): TopicClassifier {
  const totals = examples.map(({ topic, phrases, texts }) => {
    const features: Features = new Map();
    const learn = (text: string, weight: number) =>
      addTo(features, featuresOf(tokeniser.words(text), stopWords), weight);
    for (const phrase of phrases) learn(phrase, 1);
    for (const { text, weight } of texts) learn(text, weight);
    return { topic, features };
  });
  const topicsWith = new Map<string, number>();
  for (const { features } of totals) {
    for (const feature of features.keys()) {
      topicsWith.set(feature, (topicsWith.get(feature) ?? 0) + 1);
    }
  }
  // A feature that every topic has tells nothing; one that none has still counts in the length.
  const rarity = (feature: string) =>
    Math.log(1 + examples.length / (topicsWith.get(feature) ?? 1));
  // By feature rather than by topic, so that a query reads only what it holds.
  const shares = new Map<string, { place: number; share: number }[]>();
  for (const [place, { features }] of totals.entries()) {
    const weighed = weigh(features, (count, feature) => Math.sqrt(count) * rarity(feature));
    for (const [feature, share] of toUnitLength(weighed)) {
      const others = shares.get(feature);
      if (others) others.push({ place, share });
      else shares.set(feature, [{ place, share }]);
    }
  }

  return (words) => {
    const typed = toUnitLength(
      weigh(featuresOf(words, stopWords), (count, feature) => count * rarity(feature)),
    );
    const likeness = new Float64Array(examples.length);
    for (const [feature, value] of typed) {
      for (const { place, share } of shares.get(feature) ?? []) {
        likeness[place] = (likeness[place] ?? 0) + value * share;
      }
    }
    return toShares(likeness).map((likelihood, place) => ({
      topic: examples[place]?.topic ?? '',
      likelihood,
    }));
  };
}

function toShares(likeness: Float64Array): number[] {
  const sharp = Array.from(likeness, (value) => value ** SHARPNESS);
  const whole = sharp.reduce((sum, value) => sum + value, 0);
  const trust = Math.min(1, Math.max(...likeness, 0) / TRUSTED_FROM);
  return sharp.map((value) => (whole > 0 ? (trust * value) / whole : 0));
}

function featuresOf(words: readonly string[], stopWords: ReadonlySet<string>): Features {
  const features: Features = new Map();
  for (const [i, word] of words.entries()) {
    const weight = stopWords.has(word) ? STOP_WORD : 1;
    add(features, word, weight);
    for (let length = SHORTEST_BEGINNING; length <= LONGEST_BEGINNING; length += 1) {
      if (word.length > length) add(features, `${word.slice(0, length)}-`, weight * BEGINNING);
    }
    const next = words[i + 1];
    if (next !== undefined) add(features, `${word} ${next}`, PAIR);
  }
  return features;
}

function addTo(features: Features, others: Features, weight: number): void {
  for (const [feature, count] of others) add(features, feature, count * weight);
}

function add(features: Features, feature: string, count: number): void {
  features.set(feature, (features.get(feature) ?? 0) + count);
}

function weigh(features: Features, weight: (count: number, feature: string) => number): Features {
  return new Map([...features].map(([feature, count]) => [feature, weight(count, feature)]));
}

function toUnitLength(features: Features): Features {
  let squares = 0;
  for (const value of features.values()) squares += value ** 2;
  const length = Math.sqrt(squares);
  return weigh(features, (value) => (length > 0 ? value / length : 0));
}
