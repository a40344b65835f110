import { describe, expect, test } from 'vitest';
import { createCrisisFinder, toCrisisWords } from '../../../src/search/crisis-words.ts';
import { searchDefinition } from '../../support/search-definition.ts';

// As the browser gets them.
const find = createCrisisFinder(JSON.parse(JSON.stringify(toCrisisWords(searchDefinition))));
const { avoid, ...kinds } = searchDefinition.crisis;

describe('crisis words in the browser', () => {
  test.each(Object.entries(kinds))('for %s are each heard within a text', (_, phrases) => {
    const missed = phrases.filter(
      (phrase) => find(`My GP said. ${phrase}, every day`) === undefined,
    );
    expect(missed).toEqual([]);
  });

  test('are heard whatever their capitals, quotes and line breaks', () => {
    expect(find('I WANT\nTO DIE')).toBe('suicide');
    expect(find('Some days I don’t want to wake up.')).toBe('suicide');
    expect(find('আমি মরে যেতে চাই')).toBe('suicide');
  });

  test('are whole words', () => {
    expect(find('suicidality')).toBeUndefined();
    expect(find('')).toBeUndefined();
    expect(find('I feel lonely and would like to meet people')).toBeUndefined();
  });

  test('are not heard in phrases that only sound like them, and are beside such a phrase', () => {
    expect(avoid.filter((phrase) => find(phrase) !== undefined)).toEqual([]);
    expect(find('suicide prevention course')).toBeUndefined();
    expect(find('no suicide prevention course helps, I want to die')).toBe('suicide');
  });

  test('bring the most urgent kind first', () => {
    const [emergency = ''] = kinds.emergency;
    expect(find(`I want to die, ${emergency}`)).toBe('emergency');
  });
});
