import { describe, expect, test } from 'vitest';
import {
  isWorthAsking,
  keepChoice,
  moveChoice,
  toSuggestions,
} from '../../../src/islands/search-box/suggestions.ts';

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

  test('put needs before organisations', () => {
    const answer = { needs: ['loneliness'], listings: [aListing('Friends of Bow')] };

    expect(texts(toSuggestions('friends', needs, answer))).toEqual([
      'Loneliness',
      'Friends of Bow',
    ]);
  });

  test('keep their place when the answer comes, and name each need once', () => {
    const answer = { needs: ['housing', 'food'], listings: [] };

    expect(texts(toSuggestions('foo', needs))).toEqual(['Food']);
    expect(texts(toSuggestions('foo', needs, answer))).toEqual(['Food', 'Housing']);
  });

  test('are at most three needs and five organisations', () => {
    const answer = {
      needs: Object.keys(needs),
      listings: ['A', 'B', 'C', 'D', 'E', 'F'].map(aListing),
    };

    const kinds = toSuggestions('help', needs, answer).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'need')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'listing')).toHaveLength(5);
  });

  test('leave out a need that this page has no label for', () => {
    expect(toSuggestions('stars', needs, { needs: ['astronomy'], listings: [] })).toEqual([]);
  });

  test('wait for a second letter', () => {
    expect(isWorthAsking(' f ')).toBe(false);
    expect(isWorthAsking('fo')).toBe(true);
    expect(toSuggestions('f', needs)).toEqual([]);
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

  test('survives the answer if it still stands in its place', () => {
    const atOnce = toSuggestions('foo', needs);
    const answered = toSuggestions('foo', needs, { needs: ['housing'], listings: [] });

    expect(keepChoice(0, atOnce, answered)).toBe(0);
    expect(keepChoice(0, answered, answered.toReversed())).toBeUndefined();
    expect(keepChoice(undefined, atOnce, answered)).toBeUndefined();
  });
});

function aListing(name: string) {
  return { name, url: `/organisations/${name}/` };
}

function texts(suggestions: { text: string }[]) {
  return suggestions.map(({ text }) => text);
}
