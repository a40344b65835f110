import { describe, expect, test } from 'vitest';
import { allOf, anyOf, equals, isIn } from '../../../src/search/engines/meilisearch/conditions.ts';
import { inTurns } from '../../../src/search/engines/meilisearch/in-turns.ts';
import { toRungs } from '../../../src/search/engines/meilisearch/rungs.ts';

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

describe('what comes before its equals', () => {
  test('is asked for first, all of it before most of it, and the rule alone last', () => {
    const rungs = toRungs('rule', [
      { weight: 1, condition: 'light' },
      { weight: 3, condition: 'heavy' },
      { weight: 9, condition: false },
    ]);
    expect(rungs).toEqual([
      ...['(rule) AND (heavy) AND (light)', '(rule) AND (heavy)', '(rule) AND (light)', 'rule'],
    ]);
  });

  test('never makes more than sixteen lists of one rule', () => {
    const merits = ['a', 'b', 'c', 'd', 'e'].map((condition) => ({ weight: 1, condition }));
    expect(toRungs('rule', merits)).toHaveLength(16);
  });
});

describe('listings for two needs', () => {
  test('come two and two, each once', () => {
    expect(inTurns([['a', 'b', 'c', 'd'], ['b', 'x', 'y'], []])).toEqual([
      ...['a', 'b', 'x', 'y', 'c', 'd'],
    ]);
  });

  test('begin the same however many were fetched, so that pages fit together', () => {
    const lists = [
      ['a', 'b', 'c', 'd', 'e'],
      ['c', 'x', 'y', 'a', 'z'],
    ];
    const whole = inTurns(lists);
    for (const count of [1, 2, 3, 4]) {
      const part = inTurns(lists.map((list) => list.slice(0, count))).slice(0, count);
      expect(part).toEqual(whole.slice(0, count));
    }
  });
});
