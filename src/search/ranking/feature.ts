import type { FeatureValue } from './feature-values.ts';

export interface Feature {
  name: string;
  /** Below 0: it speaks against the listing. */
  weight: number;
  reason: string;
  /** "A before B for this query, because": shown by a test of the same name. */
  example: string;
  value: FeatureValue;
}
