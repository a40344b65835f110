import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  equals,
  isIn,
} from '../../../../../src/search/engines/meilisearch/conditions.ts';

describe('a condition', () => {
  test('keeps a value a value, whatever is in it', () => {
    const value = 'bow" OR area = "poplar\\';
    expect(equals('area', value)).toBe('area = "bow\\" OR area = \\"poplar\\\\"');
    expect(isIn('area', ['a', value])).toBe('area IN ["a", "bow\\" OR area = \\"poplar\\\\"]');
  });

  test('is not asked where everything passes, and asks for nothing where nothing can', () => {
    expect(allOf([true, 'a = "1"', true])).toBe('a = "1"');
    expect(allOf(['a = "1"', false])).toBe(false);
    expect(anyOf(['a = "1"', true])).toBe(true);
    expect(anyOf([false, isIn('a', [])])).toBe(false);
    expect(allOf([])).toBe(true);
  });

  test('keeps its parts together', () => {
    expect(allOf([anyOf(['a = "1"', 'b = "2"']), 'c = "3"'])).toBe(
      '((a = "1") OR (b = "2")) AND (c = "3")',
    );
  });
});
