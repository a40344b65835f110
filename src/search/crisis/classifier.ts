import type { CrisisKind } from '../port.ts';
import { mostUrgentFirst } from './crisis-lists.ts';
import { BUCKET_COUNT, hashFeatures } from './text-features.ts';

/**
 * A linear classifier (logistic regression): how surely do words speak of a crisis, from 0 to 1, and of
 * which kind. Learns always in the same order, so always the same.
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

interface LinearModel {
  weights: Float32Array;
  bias: number;
}

/** Plain data, which a build may keep. */
export interface LearntCrisis {
  isCrisis: LinearModel;
  kinds: { kind: CrisisKind; model: LinearModel }[];
}

export function learnCrisis(texts: readonly TrainingText[]): LearntCrisis {
  const examples = shuffled(texts).map(({ words, ...rest }) => ({
    ...rest,
    features: hashFeatures(words),
  }));
  const urgent = examples.filter(({ kinds }) => kinds.length > 0);
  return {
    isCrisis: learn(examples, ({ kinds }) => kinds.length > 0),
    kinds: mostUrgentFirst.map((kind) => ({
      kind,
      model: learn(urgent, ({ kinds }) => kinds.includes(kind)),
    })),
  };
}

export function createCrisisClassifier({ isCrisis, kinds }: LearntCrisis): CrisisClassifier {
  return (words) => {
    const features = hashFeatures(words);
    const [likeliest] = kinds
      .map(({ kind, model }) => ({ kind, sum: sumOf(model, features) }))
      .sort((a, b) => b.sum - a.sum);
    return { likelihood: logistic(sumOf(isCrisis, features)), kind: likeliest?.kind ?? 'danger' };
  };
}

function sumOf({ weights, bias }: LinearModel, features: Int32Array): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket] as number;
  return sum / Math.sqrt(features.length || 1) + bias;
}

/** Weights that tell examples of which something is so from the others. */
function learn(examples: readonly Example[], isSo: (example: Example) => boolean): LinearModel {
  const model = { weights: new Float32Array(BUCKET_COUNT), bias: -1 };
  const { weights } = model;
  const average = new Float32Array(BUCKET_COUNT);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = FIRST_STEP / (1 + round * 0.6);
    for (const example of examples) {
      const { features, weight } = example;
      const wrong = (isSo(example) ? 1 : 0) - logistic(sumOf(model, features));
      if (Math.abs(wrong) < KNOWN) continue;
      const change = (step * weight * wrong) / Math.sqrt(features.length || 1);
      for (const bucket of features) weights[bucket] = (weights[bucket] as number) + change;
      model.bias += 0.05 * step * wrong;
    }
    for (const [bucket, weight] of weights.entries()) {
      average[bucket] = (average[bucket] as number) + weight / ROUNDS;
    }
  }
  // The last round alone would lean towards the texts that happened to come last.
  return { weights: average, bias: model.bias };
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
