import { describe, expect, test } from 'vitest';
import { type FeatureName, features } from '../../../../src/search/ranking/features.ts';
import { searchDefinition } from '../../../support/search/search-definition.ts';

/** They make the bands, or tell listings of one band from each other alone. */
const OF_BANDS: readonly FeatureName[] = [
  'asked-by-name',
  'name-fit',
  'specific',
  'put-first',
  'one-common-word',
];

describe('the bands', () => {
  const weight = (name: FeatureName) => features.find((each) => each.name === name)?.weight ?? 0;
  const sum = (weights: readonly number[]) => weights.reduce((total, each) => total + each, 0);
  const within = features.filter(({ name }) => !OF_BANDS.includes(name)).map((each) => each.weight);
  /** The furthest apart that two listings of a band can be, unless one has sunk to the end. */
  const widest =
    sum(within.filter((each) => each > 0)) -
    sum(within.filter((each) => -1_000 < each && each < 0));

  test('keep those that an editor put first in their order', () => {
    const step = weight('put-first') / (2 * searchDefinition.settings.limits.first);
    expect(step).toBeGreaterThan(widest);
  });

  test('keep a name before all others', () => {
    const others = weight('specific') + weight('put-first') + widest;
    expect(weight('asked-by-name')).toBeGreaterThan(others);
  });

  test('keep a need before words, kind of help, people and place together', () => {
    const without = ['words', 'fitting-help', 'for-whom', 'near'] as const;
    expect(weight('need')).toBeGreaterThanOrEqual(sum(without.map(weight)));
  });

  test('let what is for others sink below all that is not', () => {
    expect(weight('for-others') + weight('put-first') + widest).toBeLessThan(
      weight('out-of-reach'),
    );
  });
});
