import { describe, expect, test } from 'vitest';
import type { Lists } from '../../../../src/directory/lists.ts';
import type { SearchResponse } from '../../../../src/search/port.ts';
import {
  keepKnownFilters,
  shorten,
  toResultsView,
} from '../../../../src/search/results/results-view.ts';
import { aRequest } from '../../../support/search/a-searcher.ts';

describe('a page of results', () => {
  test('shows what was found, best match first', () => {
    const view = toResultsView(aRequest({ q: 'yoga' }), aResponse({ total: 25 }));

    expect(view).toEqual({
      outcome: 'found',
      pages: 3,
      sorts: ['relevance', 'name'],
      sort: 'relevance',
    });
  });

  test('starts from the topics when nothing was asked', () => {
    expect(toResultsView(aRequest({}), aResponse({ total: 476 })).outcome).toBe('start');
  });

  test('shows listings when only a filter or a postcode was given', () => {
    const response = aResponse({ total: 9, by: 'browse' });

    expect(toResultsView(aRequest({ filters: { cost: ['free'] } }), response).outcome).toBe(
      'found',
    );
    expect(toResultsView(aRequest({ near: 'E1 4AA' }), response).outcome).toBe('found');
  });

  test('tells nothing found from a page past the last', () => {
    expect(toResultsView(aRequest({ q: 'zzz', page: 3 }), aResponse({ total: 0 })).outcome).toBe(
      'none',
    );
    expect(toResultsView(aRequest({ q: 'yoga', page: 2 }), aResponse({ total: 20 })).outcome).toBe(
      'found',
    );
    expect(toResultsView(aRequest({ q: 'yoga', page: 3 }), aResponse({ total: 20 })).outcome).toBe(
      'no-such-page',
    );
  });

  test('offers the nearest first only where a place is known', () => {
    const near = {
      state: 'found',
      postcode: 'E3',
      position: { latitude: 51, longitude: 0 },
    } as const;
    const request = aRequest({ q: 'yoga', sort: 'distance' });

    expect(toResultsView(request, aResponse({ near })).sort).toBe('distance');
    expect(toResultsView(request, aResponse({})).sort).toBe('relevance');
  });

  test('knows no best match without words', () => {
    const near = {
      state: 'found',
      postcode: 'E3',
      position: { latitude: 51, longitude: 0 },
    } as const;

    expect(toResultsView(aRequest({ q: 'E3' }), aResponse({ near, by: 'browse' }))).toMatchObject({
      sorts: ['distance', 'name'],
      sort: 'distance',
    });
  });
});

test('filters that do not exist are left out, and that is known', () => {
  const lists = { costs: [{ slug: 'free' }], needs: [] } as unknown as Lists;

  expect(keepKnownFilters({ cost: ['free', 'gratis'], need: ['moon'] }, lists)).toEqual({
    filters: { cost: ['free'] },
    hasUnknown: true,
  });
  expect(keepKnownFilters({ cost: ['free'] }, lists).hasUnknown).toBe(false);
});

test('a heading holds the first 60 letters of the words, whole ones', () => {
  expect(shorten('x'.repeat(60))).toBe('x'.repeat(60));
  expect(shorten('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
  expect(shorten('🍎'.repeat(61))).toBe(`${'🍎'.repeat(60)}…`);
});

function aResponse({
  total = 1,
  by = 'name',
  near,
}: {
  total?: number;
  by?: 'name' | 'browse';
  near?: SearchResponse['understood']['near'];
}): SearchResponse {
  return {
    hits: [{ id: 'a', why: { by }, name: [], summary: [] }],
    total,
    page: 1,
    perPage: 10,
    facets: { need: {}, who: {}, cost: {}, language: {}, area: {}, way: {}, day: {} },
    understood: {
      situations: [],
      suggestedSituations: [],
      needs: [],
      suggestedNeeds: [],
      filters: {},
      crisis: undefined,
      near,
      outside: undefined,
      hasTime: false,
    },
    engine: 'embedded',
    degraded: false,
    tookMs: 1,
  };
}
