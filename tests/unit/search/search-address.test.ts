import { describe, expect, test } from 'vitest';
import {
  countFilters,
  type SearchState,
  toSearchAddress,
} from '../../../src/search/search-address.ts';

describe('the address of a search', () => {
  test('holds what differs from an empty search, in a fixed order', () => {
    const state = aState({
      near: 'E1 4AA',
      filters: { cost: ['free'], need: ['food', 'housing'] },
      q: 'food & drink',
      sort: 'distance',
      literal: true,
    });

    expect(toSearchAddress('en', state)).toBe(
      '/search/?q=food+%26+drink&need=food&need=housing&cost=free&near=E1+4AA&sort=distance&literal=1',
    );
  });

  test('says that only what is open now is asked for, and on which days', () => {
    const state = aState({ openNow: true, filters: { day: ['sat', 'sun'] } });

    expect(toSearchAddress('en', state)).toBe('/search/?day=sat&day=sun&open=now');
    expect(toSearchAddress('en', state, { openNow: false, filters: {} })).toBe('/search/');
  });

  test('is in the language of the page', () => {
    expect(toSearchAddress('bn', aState({}))).toBe('/bn/search/');
  });

  test('leads back to page 1 when anything but the page changes', () => {
    const state = aState({ q: 'yoga', page: 4 });

    expect(toSearchAddress('en', state, { sort: 'name' })).toBe('/search/?q=yoga&sort=name');
    expect(toSearchAddress('en', state, { page: 5 })).toBe('/search/?q=yoga&page=5');
  });
});

test('filters are counted one by one, whatever their group', () => {
  expect(countFilters({ cost: ['free', 'low-cost'], area: ['bow'] })).toBe(3);
});

function aState(parts: Partial<SearchState>): SearchState {
  return { q: '', near: '', filters: {}, sort: 'relevance', page: 1, literal: false, ...parts };
}
