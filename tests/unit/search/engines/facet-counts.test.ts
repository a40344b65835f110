import { describe, expect, test } from 'vitest';
import { filterAndCount } from '../../../../src/search/engines/facet-counts.ts';

const candidates = [{ index: 0 }, { index: 1 }, { index: 2 }];

describe.each([6, 9, 31])('with %i facets', (count) => {
  const names = Array.from({ length: count }, (_, place) => `facet-${place}`);
  const last = names.at(-1) ?? '';
  const values = names.flatMap((facet) => ['a', 'b'].map((value) => ({ facet, value })));
  const idOf = (facet: string, value: string) => {
    const id = values.findIndex((each) => each.facet === facet && each.value === value);
    return id < 0 ? undefined : id;
  };
  const idsOf = (differs: readonly string[]) =>
    Uint16Array.from(names, (facet) => idOf(facet, differs.includes(facet) ? 'b' : 'a') ?? 0);
  // The first has `a` of every facet, the second `b` of the last, the third `b` of the first and the last.
  const columns = {
    values,
    idOf,
    valueIds: [idsOf([]), idsOf([last]), idsOf([names[0] ?? '', last])],
  };
  const countWith = (filters: Record<string, string[]>) =>
    filterAndCount(candidates, filters, columns, names);

  test('a tick in the last one lets through what has the value', () => {
    expect(countWith({ [last]: ['a'] }).passed).toEqual([{ index: 0 }]);
    expect(countWith({ [last]: ['b', 'no-such'] }).passed).toEqual([{ index: 1 }, { index: 2 }]);
    expect(countWith({ [last]: ['no-such'] }).passed).toEqual([]);
  });

  test('the values of the last one are counted as if it had no tick', () => {
    const { facets } = countWith({ [last]: ['a'] });

    expect(facets[last]).toEqual({ a: 1, b: 2 });
    expect(facets['facet-1']).toEqual({ a: 1 });
  });

  test('of two facets with ticks, each counts what the other lets through', () => {
    const { passed, facets } = countWith({ 'facet-0': ['a'], [last]: ['a'] });

    expect(passed).toEqual([{ index: 0 }]);
    expect(facets['facet-0']).toEqual({ a: 1 });
    expect(facets[last]).toEqual({ a: 1, b: 1 });
    expect(facets['facet-1']).toEqual({ a: 1 });
  });

  test('without a tick everything is let through and counted', () => {
    const { passed, facets } = countWith({});

    expect(passed).toEqual(candidates);
    expect(facets[last]).toEqual({ a: 1, b: 2 });
  });
});

test('more facets than can be counted are refused', () => {
  const names = Array.from({ length: 32 }, (_, place) => `facet-${place}`);
  const columns = { values: [], idOf: () => undefined, valueIds: [] };

  expect(() => filterAndCount([], {}, columns, names)).toThrow('At most 31 facets');
});
