import { describe, expect, test } from 'vitest';
import { toCandidateLists } from '../../../../../src/search/engines/meilisearch/candidate-queries.ts';
import {
  allOf,
  anyOf,
  equals,
  isIn,
} from '../../../../../src/search/engines/meilisearch/conditions.ts';
import { aPlan, someWords } from '../../../../support/search/an-engine.ts';

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

describe('the listings asked for', () => {
  const large = { fits: false, most: 1_000 };
  const plan = aPlan({
    words: [...someWords('lantern'), ...someWords('women', 'aside'), ...someWords('bow', 'place')],
    needs: ['food'],
    first: [{ listing: 'larder', situation: undefined }],
  });

  test('are all in one list where a list holds the whole index', () => {
    const lists = toCandidateLists(plan, 'rule', { fits: true, most: 1_000 });
    expect(lists).toEqual({
      all: { condition: 'rule', q: '', limit: 1_000, attributesToRetrieve: ['id'] },
      best: [],
      rest: [],
    });
  });

  test('of a larger index are the firsts, the best by words, by main need, and others', () => {
    const { all, best, rest } = toCandidateLists(plan, 'rule', large);
    expect(all).toMatchObject({ condition: 'rule', q: '' });
    expect(best).toMatchObject([
      { condition: '(rule) AND (id IN ["larder"])', q: '' },
      { condition: 'rule', q: 'lantern women', matchingStrategy: 'frequency' },
      { condition: '(rule) AND (mainNeed IN ["food"])', q: '' },
    ]);
    expect(rest).toEqual([]);
  });

  test('are the same best for a page far down, and then as many as an index gives', () => {
    const far = toCandidateLists({ ...plan, offset: 400 }, 'rule', large);
    expect(far.best).toEqual(toCandidateLists(plan, 'rule', large).best);
    expect(far.rest).toMatchObject([{ condition: 'rule', limit: 1_000 }]);
  });

  test('by name are no more than the page needs', () => {
    const lists = toCandidateLists({ ...plan, sort: 'name', offset: 20 }, 'rule', large);
    expect(lists.all).toMatchObject({ limit: 30, sort: ['nameOrder:asc'] });
  });

  test('by distance are those with a place, then the others', () => {
    const from = { latitude: 51.5, longitude: -0.03 };
    const { best } = toCandidateLists({ ...plan, sort: 'distance', from }, 'rule', large);
    expect(best).toMatchObject([
      { sort: ['_geoPoint(51.5, -0.03):asc', 'freshness:asc', 'nameOrder:asc'] },
      { condition: '(rule) AND (isPlaced = "false")' },
    ]);
  });
});
