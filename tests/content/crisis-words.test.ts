import { describe, expect, test } from 'vitest';
import { createCrisisSpotter } from '../../src/search/crisis-in-words.ts';
import { searchDefinition, tokeniser } from '../support/search-definition.ts';

const spot = createCrisisSpotter({
  definition: searchDefinition,
  tokeniser,
  isKnownWord: () => false,
});
const kindOf = (text: string) => spot(tokeniser.words(text));
const { avoid, ...kinds } = searchDefinition.crisis;

describe('crisis words', () => {
  test.each(Object.entries(kinds))('for %s bring urgent help, each of them', (_, phrases) => {
    expect(phrases.filter((phrase) => kindOf(phrase) === undefined)).toEqual([]);
  });

  test('bring it in the middle of a sentence too', () => {
    const missed = Object.values(kinds)
      .flat()
      .filter((phrase) => kindOf(`hello ${phrase} please`) === undefined);
    expect(missed).toEqual([]);
  });

  test('do not bring it in phrases that only sound like it', () => {
    expect(avoid.filter((phrase) => kindOf(phrase) !== undefined)).toEqual([]);
  });
});
