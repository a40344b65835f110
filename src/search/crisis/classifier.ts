import type { CrisisKind } from '../port.ts';
import { mostUrgentFirst } from './crisis-lists.ts';
import { FEATURE_COUNT, featuresOf } from './features.ts';

/**
 * A linear classifier (logistic regression), one row of weights a kind: how surely do words speak of it,
 * from 0 to 1. Learns anew whenever the site starts, always in the same order, so always the same.
 */
export interface CrisisClassifier {
  weights: Int8Array;
  bias: number[];
  /** What one step of a weight is worth. */
  scale: number;
}

export interface TrainingText {
  words: readonly string[];
  /** None: harmless. */
  kinds: readonly CrisisKind[];
}

const ROUNDS = 6;
const FIRST_STEP = 1.2;
/** A text this well known teaches nothing. */
const KNOWN = 0.03;

export function trainClassifier(texts: readonly TrainingText[]): CrisisClassifier {
  const rows = mostUrgentFirst.map(() => new Float32Array(FEATURE_COUNT));
  const bias = mostUrgentFirst.map(() => -1);
  const examples = shuffled(texts).map(({ words, kinds }) => ({
    features: featuresOf(words),
    kinds,
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = FIRST_STEP / (1 + round * 0.6);
    for (const { features, kinds } of examples) {
      const unit = 1 / Math.sqrt(features.length || 1);
      for (const [k, kind] of mostUrgentFirst.entries()) {
        const row = rows[k] as Float32Array;
        let sum = 0;
        for (const place of features) sum += row[place] as number;
        const wrong = (kinds.includes(kind) ? 1 : 0) - logistic(sum * unit + (bias[k] as number));
        if (Math.abs(wrong) < KNOWN) continue;
        const change = step * wrong * unit;
        for (const place of features) row[place] = (row[place] as number) + change;
        bias[k] = (bias[k] as number) + 0.05 * step * wrong;
      }
    }
  }
  return toBytes(rows, bias);
}

/** In the order of `mostUrgentFirst`. */
export function classify(
  { weights, bias, scale }: CrisisClassifier,
  words: readonly string[],
): number[] {
  const features = featuresOf(words);
  const unit = scale / Math.sqrt(features.length || 1);
  return bias.map((start, k) => {
    let sum = 0;
    for (const place of features) sum += weights[k * FEATURE_COUNT + place] as number;
    return logistic(sum * unit + start);
  });
}

// A byte a weight: what the browser has to fetch.
function toBytes(rows: readonly Float32Array[], bias: number[]): CrisisClassifier {
  let largest = 0;
  for (const row of rows) for (const weight of row) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127 || 1;
  const weights = new Int8Array(FEATURE_COUNT * rows.length);
  for (const [k, row] of rows.entries()) {
    for (const [place, weight] of row.entries()) {
      weights[k * FEATURE_COUNT + place] = Math.round(weight / scale);
    }
  }
  return { weights, bias, scale };
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
