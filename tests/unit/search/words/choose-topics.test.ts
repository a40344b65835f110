import { describe, expect, test } from 'vitest';
import { createTopicChooser } from '../../../../src/search/words/choose-topics.ts';
import type { SpottedTopic } from '../../../../src/search/words/topics-in-words.ts';
import { searchDefinition } from '../../../support/search-definition.ts';

const { guess: rules } = searchDefinition.settings;
const situations = [
  { slug: 'told-to-leave', needs: ['homelessness', 'housing'] },
  { slug: 'no-food-today', needs: ['food', 'money-debt'] },
  { slug: 'food-running-short', needs: ['food'] },
];
const choose = createTopicChooser(situations, searchDefinition.settings);
const NOTHING = { needs: [], situations: [] };
const evidence = (changes: Partial<Parameters<typeof choose>[0]> = {}) => ({
  ...{ situations: [], needs: [], guess: NOTHING, covered: 0, isName: false },
  ...changes,
});
const needs = (...guessed: [string, number][]) => ({
  ...NOTHING,
  needs: guessed.map(([topic, likelihood]) => ({ topic, likelihood })),
});

describe('a situation', () => {
  test('that a phrase names is understood, and its needs with it', () => {
    const chosen = choose(evidence({ situations: [aTopic('told-to-leave')], covered: 1 }));
    expect(chosen.situations).toEqual(['told-to-leave']);
    expect(chosen.needs).toEqual(['homelessness', 'housing']);
    expect(chosen.isSure).toBe(true);
  });

  test('is understood beside another that words of its own name, if it is about something else', () => {
    const first = aTopic('told-to-leave', { weight: 9 });
    const food = aTopic('no-food-today', { start: 3, end: 5, weight: 5 });
    const chosen = choose(evidence({ situations: [first, food], covered: 1 }));
    expect(chosen.situations).toEqual(['told-to-leave', 'no-food-today']);
    const sibling = aTopic('food-running-short', { start: 0, end: 2, weight: 9 });
    const both = choose(evidence({ situations: [sibling, food], covered: 1 }));
    expect(both.situations).toEqual(['food-running-short']);
  });

  test('gives way to a longer phrase for a need that it is not about', () => {
    const chosen = choose(
      evidence({
        situations: [aTopic('no-food-today', { start: 0, end: 1 })],
        needs: [aTopic('physical-activity', { start: 0, end: 3 })],
        covered: 1,
      }),
    );
    expect(chosen.situations).toEqual([]);
    expect(chosen.needs).toEqual(['physical-activity']);
  });

  test('that is only guessed is used from the likelihood at which guesses are mostly right', () => {
    const guessed = (likelihood: number) =>
      choose(
        evidence({ guess: { ...NOTHING, situations: [{ topic: 'told-to-leave', likelihood }] } }),
      );
    expect(guessed(rules.situation.useFrom).situations).toEqual(['told-to-leave']);
    expect(guessed(rules.situation.useFrom - 0.01).situations).toEqual([]);
    expect(guessed(rules.situation.useFrom - 0.01).suggestedSituations).toEqual(['told-to-leave']);
  });
});

describe('a need that no word names', () => {
  test('is used from the likelihood at which guesses are mostly right, and offered below it', () => {
    const used = choose(evidence({ guess: needs(['housing', rules.need.useFrom]) }));
    expect(used.needs).toEqual(['housing']);
    const offered = choose(evidence({ guess: needs(['housing', rules.need.useFrom - 0.01]) }));
    expect([offered.needs, offered.suggestedNeeds]).toEqual([[], ['housing']]);
  });

  test('must be likelier where nobody should wrongly be told that they asked about it', () => {
    const guess = (likelihood: number) => needs(['domestic-abuse', likelihood]);
    expect(choose(evidence({ guess: guess(rules.need.carefulFrom - 0.01) })).needs).toEqual([]);
    expect(choose(evidence({ guess: guess(rules.need.carefulFrom) })).needs).toEqual([
      'domestic-abuse',
    ]);
  });

  test('is used beside the first only if it is nearly as likely', () => {
    const second = (share: number) =>
      choose(evidence({ guess: needs(['housing', 0.4], ['food', 0.4 * share]) })).needs;
    expect(second(rules.need.secondFrom)).toEqual(['housing', 'food']);
    expect(second(rules.need.secondFrom - 0.05)).toEqual(['housing']);
  });

  test('is not guessed at in the name of a listing', () => {
    expect(choose(evidence({ guess: needs(['housing', 0.9]), isName: true })).needs).toEqual([]);
  });
});

function aTopic(topic: string, changes: Partial<SpottedTopic> = {}): SpottedTopic {
  return { topic, start: 0, end: 2, weight: 3, likeness: 1, ...changes };
}
