import { describe, expect, test } from 'vitest';
import { chooseNeeds } from '../../../src/search/choose-needs.ts';
import type { SpottedNeed } from '../../../src/search/needs-in-words.ts';

const unexplained = { covered: 0, isName: false };
const settings: Parameters<typeof chooseNeeds>[3] = {
  guess: {
    suggestFrom: 0.1,
    useFrom: 0.2,
    secondFrom: 0.8,
    sureFrom: 0.8,
    explainedFrom: 0.4,
    careful: ['domestic-abuse'],
    carefulAheadBy: 2,
  },
  limits: {
    queryCharacters: 200,
    words: 10,
    needs: 2,
    suggestedNeeds: 3,
    tailBelow: 10,
    perPage: 10,
    mostPerPage: 50,
  },
};

describe('needs that no word names', () => {
  test('a likely need is used', () => {
    const chosen = chooseNeeds([], [{ need: 'housing', likelihood: 0.5 }], unexplained, settings);
    expect(chosen.needs).toEqual(['housing']);
  });

  test('a need that nobody should wrongly be told they asked about is offered, not used', () => {
    const guessed = [
      { need: 'domestic-abuse', likelihood: 0.5 },
      { need: 'families-parenting', likelihood: 0.45 },
    ];
    const chosen = chooseNeeds([], guessed, unexplained, settings);
    expect(chosen.needs).toEqual(['families-parenting']);
    expect(chosen.suggested).toEqual(['domestic-abuse']);
  });

  test('it is used if it stands out from all others', () => {
    const guessed = (second: number) => [
      { need: 'domestic-abuse', likelihood: 0.5 },
      { need: 'families-parenting', likelihood: second },
    ];
    expect(chooseNeeds([], guessed(0.26), unexplained, settings).needs).toEqual([]);
    expect(chooseNeeds([], guessed(0.25), unexplained, settings).needs).toEqual(['domestic-abuse']);
  });

  test('the same need is used once a phrase names it', () => {
    const chosen = chooseNeeds(
      [aSpottedNeed('domestic-abuse')],
      [{ need: 'domestic-abuse', likelihood: 0.5 }],
      { covered: 1, isName: false },
      settings,
    );
    expect(chosen.needs).toEqual(['domestic-abuse']);
  });

  test('a less likely need is used beside the first only if it is nearly as likely', () => {
    const guessed = (second: number) => [
      { need: 'housing', likelihood: 0.5 },
      { need: 'food', likelihood: second },
    ];
    expect(chooseNeeds([], guessed(0.39), unexplained, settings).needs).toEqual(['housing']);
    expect(chooseNeeds([], guessed(0.4), unexplained, settings).needs).toEqual(['housing', 'food']);
  });

  test('the name of a listing is not guessed at', () => {
    const name = { covered: 0, isName: true };
    const chosen = chooseNeeds([], [{ need: 'housing', likelihood: 0.5 }], name, settings);
    expect(chosen.needs).toEqual([]);
  });
});

function aSpottedNeed(need: string): SpottedNeed {
  return { need, start: 0, end: 2, weight: 1, likeness: 1 };
}
