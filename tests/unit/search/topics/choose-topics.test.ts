/**
 * Covers src/search/topics/choose-situations.ts, src/search/topics/choose-needs.ts,
 * src/search/topics/weigh-situations.ts.
 */
import { describe, expect, test } from 'vitest';
import { createTopicChooser } from '../../../../src/search/topics/choose-topics.ts';
import type { TopicEvidence } from '../../../../src/search/topics/topic-evidence.ts';
import type { TopicMatch } from '../../../../src/search/topics/topic-matcher.ts';
import { searchDefinition } from '../../../support/search/search-definition.ts';

const { guess: rules } = searchDefinition.settings;
const situations = [
  { slug: 'told-to-leave', needs: ['homelessness', 'housing'] },
  { slug: 'no-food-today', needs: ['food', 'money-debt'] },
  { slug: 'hurt', needs: ['domestic-abuse'], crisis: 'danger' as const },
];
const choose = createTopicChooser(
  situations,
  searchDefinition.settings,
  new Map([['violence', ['hurt']]]),
);
const NOTHING = { needs: [], situations: [] };
const evidence = (changes: Partial<TopicEvidence> = {}): TopicEvidence => ({
  situations: [],
  needs: [],
  prediction: NOTHING,
  covered: 0,
  isName: false,
  length: 6,
  avoided: new Set(),
  ...changes,
});
const needs = (...guessed: [string, number][]) => ({ ...NOTHING, needs: toGuessed(guessed) });
const guessed = (...some: [string, number][]) => ({ ...NOTHING, situations: toGuessed(some) });

describe('a situation', () => {
  test('is understood from the likelihood at which guesses are mostly right, and its needs with it', () => {
    const { useFrom } = rules.situation;
    const chosen = choose(evidence({ prediction: guessed(['told-to-leave', useFrom]) }));
    expect(chosen.situations).toEqual(['told-to-leave']);
    expect(chosen.needs).toEqual(['homelessness', 'housing']);
    expect(chosen.isCertain).toBe(true);
    const below = choose(evidence({ prediction: guessed(['told-to-leave', useFrom - 0.01]) }));
    expect([below.situations, below.suggestedSituations]).toEqual([[], ['told-to-leave']]);
  });

  test('is likelier where its need is named, its main one most', () => {
    const alike = guessed(['no-food-today', 0.2], ['told-to-leave', 0.2]);
    const named = (need: string) => choose(evidence({ prediction: alike, needs: [aTopic(need)] }));
    expect(named('homelessness').situations).toEqual(['told-to-leave']);
    expect(named('food').situations).toEqual(['no-food-today']);
  });

  test('is understood from a phrase that is all that was typed, whatever is guessed', () => {
    const chosen = choose(
      evidence({
        situations: [aTopic('told-to-leave')],
        prediction: guessed(['no-food-today', 0.4]),
        length: 2,
      }),
    );
    expect(chosen.situations).toEqual(['told-to-leave']);
  });

  test('is understood beside another whose need other words name', () => {
    const both = { prediction: guessed(['told-to-leave', 0.3], ['no-food-today', 0.2]) };
    const home = aTopic('housing');
    const food = aTopic('food', { start: 3, end: 5 });
    expect(choose(evidence({ ...both, needs: [home, food] })).situations).toEqual([
      'told-to-leave',
      'no-food-today',
    ]);
    expect(choose(evidence({ ...both, needs: [home] })).situations).toEqual(['told-to-leave']);
  });

  test('gives way where its words are those to avoid', () => {
    const chosen = choose(
      evidence({
        prediction: guessed(['told-to-leave', 0.3], ['no-food-today', 0.1]),
        avoided: new Set(['told-to-leave']),
      }),
    );
    expect(chosen.situations).toEqual(['no-food-today']);
  });

  test('is likelier where its own danger was recognised, or one of its kind', () => {
    const alike = guessed(['no-food-today', 0.3], ['hurt', 0.1]);
    const heard = (subjects: string[]) =>
      choose(
        evidence({
          prediction: alike,
          crisis: {
            kind: 'danger',
            kinds: ['danger'],
            subjects,
            because: { frames: [], likelihood: 0.9 },
          },
        }),
      ).situations;
    expect(heard(['violence'])).toEqual(['hurt']);
    expect(heard([])).toEqual(['no-food-today']);
  });

  test('is not guessed at in the name of a listing', () => {
    const guess = guessed(['told-to-leave', 0.9]);
    expect(choose(evidence({ prediction: guess, isName: true })).situations).toEqual([]);
  });
});

describe('a need that no word names', () => {
  test('is used from the likelihood at which guesses are mostly right, and offered below it', () => {
    const used = choose(evidence({ prediction: needs(['housing', rules.need.useFrom]) }));
    expect(used.needs).toEqual(['housing']);
    const offered = choose(evidence({ prediction: needs(['housing', rules.need.useFrom - 0.01]) }));
    expect([offered.needs, offered.suggestedNeeds]).toEqual([[], ['housing']]);
  });

  test('must be likelier where nobody should wrongly be told that they asked about it', () => {
    const guess = (likelihood: number) => needs(['domestic-abuse', likelihood]);
    expect(choose(evidence({ prediction: guess(rules.need.carefulFrom - 0.01) })).needs).toEqual(
      [],
    );
    expect(choose(evidence({ prediction: guess(rules.need.carefulFrom) })).needs).toEqual([
      'domestic-abuse',
    ]);
  });

  test('is used beside the first only if it is nearly as likely', () => {
    const second = (share: number) =>
      choose(evidence({ prediction: needs(['housing', 0.4], ['food', 0.4 * share]) })).needs;
    expect(second(rules.need.secondFrom)).toEqual(['housing', 'food']);
    expect(second(rules.need.secondFrom - 0.05)).toEqual(['housing']);
  });

  test('is not guessed at in the name of a listing', () => {
    expect(choose(evidence({ prediction: needs(['housing', 0.9]), isName: true })).needs).toEqual(
      [],
    );
  });
});

function aTopic(topic: string, changes: Partial<TopicMatch> = {}): TopicMatch {
  return { topic, start: 0, end: 2, weight: 3, similarity: 1, ...changes };
}

function toGuessed(guessed: readonly [string, number][]) {
  return guessed.map(([topic, likelihood]) => ({ topic, likelihood }));
}
