import { describe, expect, test } from 'vitest';
import { directory } from '../../src/wiring.ts';
import { searchDefinition, tokeniser } from '../support/search/search-definition.ts';

const { lists } = directory;
const { everyday, preferences } = searchDefinition;

describe('the words of search-index/', () => {
  test('are there for each need, and for nothing else', () => {
    expect([...everyday.keys()]).toEqual(lists.needs.map(({ slug }) => slug).toSorted());
  });

  test('are words: every phrase has some', () => {
    const empty = [...everyday].flatMap(([need, { phrases, avoid }]) =>
      [...phrases, ...avoid]
        .filter((phrase) => tokeniser.words(phrase).length === 0)
        .map((phrase) => `${need}: ${phrase}`),
    );
    expect(empty).toEqual([]);
  });

  test('never both stand for a need and are to be avoided for it', () => {
    const both = [...everyday].flatMap(([need, { phrases, avoid }]) =>
      avoid.filter((phrase) => phrases.includes(phrase)).map((phrase) => `${need}: ${phrase}`),
    );
    expect(both).toEqual([]);
  });

  test.each([
    ['who', lists.audiences],
    ['area', lists.areas],
    ['language', lists.languages],
    ['cost', lists.costs],
    ['way', lists.access],
  ] as const)('for preferring %s name values that listings can have', (facet, items) => {
    const known = [...items.map(({ slug }) => slug), 'everywhere'];
    expect(Object.keys(preferences[facet]).filter((value) => !known.includes(value))).toEqual([]);
  });
});
