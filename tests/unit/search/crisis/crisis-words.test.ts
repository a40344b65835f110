import { describe, expect, test } from 'vitest';
import { toCrisisWords } from '../../../../src/search/crisis/crisis-explainer.ts';
import { createCrisisFinder } from '../../../../src/search/crisis/crisis-words.ts';
import { searchDefinition } from '../../../support/search/search-definition.ts';

// As the browser gets them.
const find = createCrisisFinder(JSON.parse(JSON.stringify(toCrisisWords(searchDefinition, []))));

describe('crisis words in the browser', () => {
  test('are heard whatever their capitals, quotes and line breaks', () => {
    expect(find('I WANT\nTO DIE')).toBe('suicide');
    expect(find('Some days I don’t want to wake up.')).toBe('suicide');
    expect(find('আমি মরে যেতে চাই')).toBe('suicide');
  });

  test('are heard anywhere in a long text', () => {
    const before =
      'I live with my two children and I would like help with a form for the school. '.repeat(6);
    const after = ' We also want an English class and somewhere warm to meet people. '.repeat(6);
    expect(find(before + after)).toBeUndefined();
    expect(find(`${before}At night my husband hits me.${after}`)).toBe('danger');
  });

  test('are whole words', () => {
    expect(find('')).toBeUndefined();
    expect(find('I feel lonely and would like to meet people')).toBeUndefined();
  });

  test('are not heard in what only sounds like them, and are beside it', () => {
    expect(find('suicide prevention course')).toBeUndefined();
    expect(find('this traffic is killing me')).toBeUndefined();
  });

  test('bring the most urgent kind first', () => {
    expect(find('he strangled me')).toBe('emergency');
    expect(find('i want to die and my husband beats me')).toBe('suicide');
  });
});
