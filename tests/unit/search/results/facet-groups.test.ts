import { describe, expect, test } from 'vitest';
import type { Lists } from '../../../../src/directory/lists.ts';
import { labelFilters, toFacetGroups } from '../../../../src/search/results/facet-groups.ts';

const label = (word: string) => ({ en: word, bn: `${word} (bn)`, so: `${word} (so)` });
const item = (slug: string) => ({ slug, label: label(slug) });
const lists = {
  needGroups: [],
  needs: ['food', 'housing', 'debt'].map((slug) => ({
    ...item(slug),
    group: 'money',
    intro: label(slug),
    first: [],
    offers: [],
  })),
  audiences: [],
  access: [],
  costs: ['free', 'low-cost', 'paid'].map(item),
  areas: [],
  languages: [],
  kinds: [],
  offers: [],
} satisfies Lists;
const counts = { need: {}, who: {}, cost: {}, language: {}, area: {}, way: {}, day: {} };

describe('filter groups', () => {
  test('leave out values that would find nothing', () => {
    const groups = toFacetGroups({ ...counts, cost: { free: 3 } }, {}, lists, 'en');

    expect(valuesOf(groups, 'cost')).toEqual(['free']);
  });

  test('keep a ticked value that finds nothing, so that it can be unticked', () => {
    const groups = toFacetGroups({ ...counts, cost: { free: 3 } }, { cost: ['paid'] }, lists, 'en');

    expect(groups.find(({ facet }) => facet === 'cost')?.options).toEqual([
      { value: 'free', label: 'free', count: 3, isOn: false },
      { value: 'paid', label: 'paid', count: 0, isOn: true },
    ]);
  });

  test('put the most frequent need first, and others in the order of their list', () => {
    const groups = toFacetGroups(
      { ...counts, need: { food: 1, housing: 7, debt: 3 }, cost: { 'low-cost': 9, free: 2 } },
      {},
      lists,
      'so',
    );

    expect(valuesOf(groups, 'need')).toEqual(['housing', 'debt', 'food']);
    expect(valuesOf(groups, 'cost')).toEqual(['free', 'low-cost']);
  });
});

test('filters are named in the language of the page, in the order of the groups', () => {
  const filters = { cost: ['paid', 'no-such'], need: ['food'] };

  expect(labelFilters(filters, lists, 'so')).toEqual([
    { facet: 'need', label: 'food (so)' },
    { facet: 'cost', label: 'paid (so)' },
  ]);
});

function valuesOf(groups: ReturnType<typeof toFacetGroups>, name: string) {
  return groups.find(({ facet }) => facet === name)?.options.map(({ value }) => value);
}
