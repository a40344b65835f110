import type { CrisisKind } from '../port.ts';
import { mostUrgentFirst } from './crisis-lists.ts';
import { BUCKET_COUNT, hashFeatures } from './text-features.ts';

/**
 * A linear classifier (logistic regression): how surely do words speak of a crisis, from 0 to 1, and of
 * which kind. Learns anew whenever the site starts, always in the same order, so always the same.
 */
export type CrisisClassifier = (words: readonly string[]) => {
  likelihood: number;
  /** The likeliest kind, if it is a crisis at all. */
  kind: CrisisKind;
};

export interface TrainingText {
  words: readonly string[];
  /** None: harmless. */
  kinds: readonly CrisisKind[];
  /** A sentence somebody would say teaches more than words put together from a frame. */
  weight: number;
}

const ROUNDS = 4;
const FIRST_STEP = 1.2;
/** A text this well known teaches nothing. */
const KNOWN = 0.03;

interface Example {
  features: Int32Array;
  kinds: readonly CrisisKind[];
  weight: number;
}

export function trainClassifier(texts: readonly TrainingText[]): CrisisClassifier {
  const examples = shuffled(texts).map(({ words, ...rest }) => ({
    ...rest,
    features: hashFeatures(words),
  }));
  const isCrisis = learn(examples, ({ kinds }) => kinds.length > 0);
  const urgent = examples.filter(({ kinds }) => kinds.length > 0);
  const isKind = mostUrgentFirst.map((kind) => ({
    kind,
    sum: learn(urgent, ({ kinds }) => kinds.includes(kind)),
  }));

  return (words) => {
    const features = hashFeatures(words);
    const [likeliest] = isKind
      .map(({ kind, sum }) => ({ kind, sum: sum(features) }))
      .sort((a, b) => b.sum - a.sum);
    return { likelihood: logistic(isCrisis(features)), kind: likeliest?.kind ?? 'danger' };
  };
}

/** Weights that tell examples of which something is so from the others; gives their sum for features. */
function learn(
  examples: readonly Example[],
  isSo: (example: Example) => boolean,
): (features: Int32Array) => number {
  const weights = new Float32Array(BUCKET_COUNT);
  const average = new Float32Array(BUCKET_COUNT);
  let bias = -1;
  const sumOf = (features: Int32Array) => {
    let sum = 0;
    for (const bucket of features) sum += weights[bucket] as number;
    return sum / Math.sqrt(features.length || 1) + bias;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = FIRST_STEP / (1 + round * 0.6);
    for (const example of examples) {
      const { features, weight } = example;
      const wrong = (isSo(example) ? 1 : 0) - logistic(sumOf(features));
      if (Math.abs(wrong) < KNOWN) continue;
      const change = (step * weight * wrong) / Math.sqrt(features.length || 1);
      for (const bucket of features) weights[bucket] = (weights[bucket] as number) + change;
      bias += 0.05 * step * wrong;
    }
    for (const [bucket, weight] of weights.entries()) {
      average[bucket] = (average[bucket] as number) + weight / ROUNDS;
    }
  }
  // The last round alone would lean towards the texts that happened to come last.
  weights.set(average);
  return sumOf;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items];
  let seed = 1;
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const other = seed % (i + 1);
    [mixed[i], mixed[other]] = [mixed[other] as T, mixed[i] as T];
  }
  return mixed;
}
