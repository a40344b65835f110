import type { Tokeniser } from './normalise.ts';

/**
 * Guesses which need a sentence is about when it holds no phrase we know, from the words and word
 * beginnings it shares with each need's phrases and listings (TF-IDF, cosine with the need's centre).
 * Beginnings stand in for grammar: Bengali and Somali endings, English plurals. Never word middles, or
 * "dental" would be near "mental".
 */
export type NeedClassifier = (words: readonly string[]) => GuessedNeed[];

export interface GuessedNeed {
  need: string;
  /** 0: shares nothing … 1: the very words. */
  likelihood: number;
}

export interface NeedExamples {
  need: string;
  phrases: readonly string[];
  /** Texts of listings for this need; less telling than phrases, which residents use. */
  listings: readonly { text: string; isMainNeed: boolean }[];
}

const LISTING_WEIGHT = { main: 0.3, other: 0.12 };
const SHORTEST_BEGINNING = 4;
const LONGEST_BEGINNING = 6;

type Features = Map<string, number>;

export function createNeedClassifier(
  examples: readonly NeedExamples[],
  { tokeniser, stopWords }: { tokeniser: Tokeniser; stopWords: ReadonlySet<string> },
): NeedClassifier {
  const totals = examples.map(({ need, phrases, listings }) => {
    const features: Features = new Map();
    for (const phrase of phrases)
      addTo(features, featuresOf(tokeniser.words(phrase), stopWords), 1);
    for (const { text, isMainNeed } of listings) {
      const weight = isMainNeed ? LISTING_WEIGHT.main : LISTING_WEIGHT.other;
      addTo(features, featuresOf(tokeniser.words(text), stopWords), weight);
    }
    return { need, features };
  });
  const needsWith = new Map<string, number>();
  for (const { features } of totals) {
    for (const feature of features.keys())
      needsWith.set(feature, (needsWith.get(feature) ?? 0) + 1);
  }
  // A feature that every need has tells nothing; one that none has still counts in the length.
  const rarity = (feature: string) => Math.log(1 + examples.length / (needsWith.get(feature) ?? 1));
  // By feature rather than by need, so that a query reads only what it holds.
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
    const guesses = totals.map(({ need }) => ({ need, likelihood: 0 }));
    for (const [feature, value] of typed) {
      for (const { place, share } of shares.get(feature) ?? []) {
        const guess = guesses[place];
        if (guess) guess.likelihood += value * share;
      }
    }
    return guesses.sort((a, b) => b.likelihood - a.likelihood);
  };
}

function featuresOf(words: readonly string[], stopWords: ReadonlySet<string>): Features {
  const features: Features = new Map();
  for (const word of words) {
    if (stopWords.has(word)) continue;
    const beginnings: string[] = [];
    for (let length = SHORTEST_BEGINNING; length <= LONGEST_BEGINNING; length += 1) {
      if (word.length >= length) beginnings.push(`${word.slice(0, length)}-`);
    }
    add(features, word, 1);
    for (const beginning of beginnings) add(features, beginning, 1 / beginnings.length);
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
