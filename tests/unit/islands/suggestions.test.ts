import { describe, expect, test } from 'vitest';
import {
  isWorthAsking,
  moveChoice,
  startsLike,
  toSuggestions,
} from '../../../src/islands/search-box/suggestions.ts';
import type { SearchAnswer } from '../../../src/search/browser.ts';

const needs = {
  food: 'Food',
  loneliness: 'Loneliness',
  housing: 'Housing',
  'mental-wellbeing': 'Mental wellbeing',
};

describe('suggestions', () => {
  test('are the needs whose label begins like the words typed, before any answer', () => {
    expect(texts(toSuggestions('lon', needs))).toEqual(['Loneliness']);
  });

  test('put needs that the server understood first, then organisations by name', () => {
    const answer = anAnswer({ needs: ['loneliness'], names: ['Bow Foodbank'] });

    expect(texts(toSuggestions('food and no friends', needs, answer))).toEqual([
      'Loneliness',
      'Bow Foodbank',
    ]);
  });

  test('name each need once, however it was found', () => {
    const answer = anAnswer({ needs: ['food'], suggested: ['food', 'housing'] });

    expect(texts(toSuggestions('food', needs, answer))).toEqual(['Food', 'Housing']);
  });

  test('hold only organisations whose name matched', () => {
    const answer = anAnswer({ names: ['Bow Foodbank'] });
    answer.hits.push({ name: 'A choir', url: '/organisations/a-choir/', why: { by: 'text' } });

    expect(texts(toSuggestions('bow', needs, answer))).toEqual(['Bow Foodbank']);
  });

  test('are at most three needs and five organisations', () => {
    const answer = anAnswer({
      needs: ['food', 'loneliness'],
      suggested: ['housing', 'mental-wellbeing'],
      names: ['A', 'B', 'C', 'D', 'E', 'F'],
    });

    const kinds = toSuggestions('help', needs, answer).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'need')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'listing')).toHaveLength(5);
  });

  test('leave out a need that this page has no label for', () => {
    expect(toSuggestions('stars', needs, anAnswer({ needs: ['astronomy'] }))).toEqual([]);
  });

  test('wait for a second letter', () => {
    expect(isWorthAsking(' f ')).toBe(false);
    expect(isWorthAsking('fo')).toBe(true);
    expect(toSuggestions('f', needs)).toEqual([]);
  });
});

describe('a label begins like the words', () => {
  test('in any order of words and any case', () => {
    expect(startsLike('Mental wellbeing', 'WELL men')).toBe(true);
    expect(startsLike('Mental wellbeing', 'being')).toBe(false);
    expect(startsLike('Mental wellbeing', 'mental health')).toBe(false);
  });

  test('in Bengali, where vowel signs count and joiners do not', () => {
    expect(startsLike('একাকীত্ব', 'একাকী')).toBe(true);
    expect(startsLike('একাকীত্ব', 'একাকা')).toBe(false);
    expect(startsLike('একাকীত্ব', 'একাকী\u200cত্ব')).toBe(true);
  });

  test('not for words without a letter', () => {
    expect(startsLike('Food', ' – ')).toBe(false);
  });
});

describe('the choice', () => {
  test('goes from none down the list and back to none', () => {
    expect(moveChoice(undefined, 'ArrowDown', 2)).toBe(0);
    expect(moveChoice(0, 'ArrowDown', 2)).toBe(1);
    expect(moveChoice(1, 'ArrowDown', 2)).toBeUndefined();
  });

  test('goes up from none to the last', () => {
    expect(moveChoice(undefined, 'ArrowUp', 2)).toBe(1);
    expect(moveChoice(0, 'ArrowUp', 2)).toBeUndefined();
  });
});

function anAnswer(parts: {
  needs?: string[];
  suggested?: string[];
  names?: string[];
}): SearchAnswer {
  return {
    hits: (parts.names ?? []).map((name) => ({
      name,
      url: `/organisations/${name.toLowerCase().replaceAll(' ', '-')}/`,
      why: { by: 'name' },
    })),
    understood: { needs: parts.needs ?? [], suggestedNeeds: parts.suggested ?? [] },
  };
}

function texts(suggestions: { text: string }[]) {
  return suggestions.map(({ text }) => text);
}
