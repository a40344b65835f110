import { describe, expect, test } from 'vitest';
import {
  isWorthAsking,
  moveChoice,
  type Suggestion,
  suggestNeeds,
  toSuggestions,
} from '../../../../src/islands/search-box/suggestions.ts';
import type { SuggestionAnswer } from '../../../../src/search/browser.ts';

const needs = {
  food: 'Food',
  loneliness: 'Loneliness',
  housing: 'Housing',
  'mental-wellbeing': 'Mental wellbeing',
};

describe('suggestions', () => {
  test('are the needs whose label begins like the words typed, where no answer has come', () => {
    expect(texts(suggestNeeds('lon', needs))).toEqual(['Loneliness']);
  });

  test('are situations, then services, then needs', () => {
    const answer = anAnswer({
      situations: [{ title: 'I feel alone', url: '/help/alone/' }],
      listings: [aListing('Friends of Bow')],
      needs: [{ slug: 'loneliness', saysMore: false }],
    });

    expect(texts(toSuggestions('friends', needs, answer))).toEqual([
      'I feel alone',
      'Friends of Bow',
      'Loneliness',
    ]);
  });

  test('say by which other name a service was found', () => {
    const answer = anAnswer({ listings: [{ ...aListing('Citizens Advice'), otherName: 'CAB' }] });

    expect(texts(toSuggestions('cab', needs, answer))).toEqual(['Citizens Advice (CAB)']);
  });

  test('keep their place when a late answer comes, and name each need once', () => {
    const answer = anAnswer({
      listings: [aListing('Foodcycle')],
      needs: [
        { slug: 'food', saysMore: false },
        { slug: 'housing', saysMore: false },
      ],
    });
    const shown = suggestNeeds('foo', needs);

    expect(texts(toSuggestions('foo', needs, answer, shown))).toEqual([
      'Food',
      'Foodcycle',
      'Housing',
    ]);
  });

  test('carry the words typed to a need that they say more than', () => {
    const answer = anAnswer({
      needs: [
        { slug: 'food', saysMore: true },
        { slug: 'housing', saysMore: false },
      ],
    });

    expect(toSuggestions('halal dinner ', needs, answer)).toMatchObject([
      { need: 'food', words: 'halal dinner' },
      { need: 'housing', words: '' },
    ]);
  });

  test('are at most three situations, four services and two needs', () => {
    const answer = anAnswer({
      situations: ['a', 'b', 'c', 'd'].map((title) => ({ title, url: `/help/${title}/` })),
      listings: ['A', 'B', 'C', 'D', 'E', 'F'].map(aListing),
      needs: Object.keys(needs).map((slug) => ({ slug, saysMore: false })),
    });

    const kinds = toSuggestions('help', needs, answer).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'situation')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'listing')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'need')).toHaveLength(2);
  });

  test('leave out a need that this page has no label for', () => {
    const answer = anAnswer({ needs: [{ slug: 'astronomy', saysMore: false }] });

    expect(toSuggestions('stars', needs, answer)).toEqual([]);
  });

  test('wait for a second letter', () => {
    expect(isWorthAsking(' f ')).toBe(false);
    expect(isWorthAsking('fo')).toBe(true);
    expect(suggestNeeds('f', needs)).toEqual([]);
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

function anAnswer(parts: Partial<SuggestionAnswer>): SuggestionAnswer {
  return { situations: [], listings: [], needs: [], ...parts };
}

function aListing(name: string) {
  return { name, url: `/organisations/${name}/` };
}

function texts(suggestions: readonly Suggestion[]) {
  return suggestions.map(({ text }) => text);
}
