import { describe, expect, test } from 'vitest';
import { toCandidateQueries } from '../../../../../src/search/engines/meilisearch/candidate-queries.ts';
import { aPlan, someWords } from '../../../../support/search/an-engine.ts';

describe('the listings asked for', () => {
  const large = { fits: false, most: 1_000 };
  const plan = aPlan({
    words: [
      ...someWords('lantern'),
      ...someWords('women', 'preference'),
      ...someWords('bow', 'area'),
    ],
    needs: ['food'],
    pinned: [{ listing: 'larder', situation: undefined }],
  });

  test('are all in one list where a list holds the whole index', () => {
    const lists = toCandidateQueries(plan, 'rule', { fits: true, most: 1_000 });
    expect(lists).toEqual({
      all: { condition: 'rule', q: '', limit: 1_000, attributesToRetrieve: ['id'] },
      best: [],
      rest: [],
    });
  });

  test('of a larger index are the firsts, the best by words, by main need, and others', () => {
    const { all, best, rest } = toCandidateQueries(plan, 'rule', large);
    expect(all).toMatchObject({ condition: 'rule', q: '' });
    expect(best).toMatchObject([
      { condition: '(rule) AND (id IN ["larder"])', q: '' },
      { condition: 'rule', q: 'lantern women', matchingStrategy: 'frequency' },
      { condition: '(rule) AND (mainNeed IN ["food"])', q: '' },
    ]);
    expect(rest).toEqual([]);
  });

  test('are the same best for a page far down, and then as many as an index gives', () => {
    const far = toCandidateQueries({ ...plan, offset: 400 }, 'rule', large);
    expect(far.best).toEqual(toCandidateQueries(plan, 'rule', large).best);
    expect(far.rest).toMatchObject([{ condition: 'rule', limit: 1_000 }]);
  });

  test('by name are no more than the page needs', () => {
    const lists = toCandidateQueries({ ...plan, sort: 'name', offset: 20 }, 'rule', large);
    expect(lists.all).toMatchObject({ limit: 30, sort: ['nameOrder:asc'] });
  });

  test('by distance are those with a place, then the others', () => {
    const from = { latitude: 51.5, longitude: -0.03 };
    const { best } = toCandidateQueries({ ...plan, sort: 'distance', from }, 'rule', large);
    expect(best).toMatchObject([
      { sort: ['_geoPoint(51.5, -0.03):asc', 'freshness:asc', 'nameOrder:asc'] },
      { condition: '(rule) AND (isPlaced = "false")' },
    ]);
  });
});
