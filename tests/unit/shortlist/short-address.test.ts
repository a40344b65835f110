import { describe, expect, test } from 'vitest';
import {
  codesOf,
  findSharedCodes,
  parseShortAddress,
  toShortAddress,
} from '../../../src/shortlist/short-address.ts';
import { directory } from '../../../src/wiring.ts';

const TODAY = '2026-11-22';
const slugs = directory.listings.map(({ slug }) => slug);
const codes = codesOf(slugs);
const parse = (address: string) => parseShortAddress(address.replace(/^.*\/s\//, ''), codes, TODAY);

describe('the short address of a list', () => {
  test('leads to the same list, in order, with its day', () => {
    const list = { slugs: slugs.slice(40, 70).toReversed(), made: '2026-05-12' };
    const address = toShortAddress('bn', list);

    expect(address).toMatch(/^\/bn\/s\/[0-9a-z]{153}$/);
    expect(parse(address)).toEqual(list);
    expect(parse(address.toUpperCase().replace('/S/', '/s/'))).toEqual(list);
  });

  test('means the same for ever, as it is printed', () => {
    const list = { slugs: ['bow-foodbank', 'ability-bow'], made: '2026-05-12' };

    expect(toShortAddress('en', list)).toBe('/s/9ekcrzqhhr28k');
  });

  test('of an empty list is that of the page', () => {
    expect(toShortAddress('so', { slugs: [], made: TODAY })).toBe('/so/shortlist/');
  });

  test('keeps the place of a listing that is gone', () => {
    const list = { slugs: ['bow-foodbank', 'gone', 'ability-bow'], made: TODAY };

    expect(parse(toShortAddress('en', list))?.slugs).toEqual([
      'bow-foodbank',
      expect.stringMatching(/^unknown-[0-9a-z]{5}$/),
      'ability-bow',
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a letter too few', 'abcde12'],
    ['letters that are never used', 'ilou0abc'],
    ['script', '<script>'],
    ['more than thirty listings', `${'abcde'.repeat(31)}000`],
    ['a day to come', 'abcdezzz'],
  ])('is refused where it is %s', (_what, letters) => {
    expect(parse(letters)).toBeUndefined();
  });
});

test('no two listings of today share a code', () => {
  expect(slugs.length).toBeGreaterThan(400);
  expect(findSharedCodes(slugs)).toEqual([]);
});

test('listings that share a code are found, and the code leads to neither', () => {
  const made = Array.from({ length: 20_000 }, (_, number) => `listing-${number}`);
  const [pair = []] = findSharedCodes(made);

  expect(pair).toHaveLength(2);
  const letters = toShortAddress('en', { slugs: pair.slice(0, 1), made: TODAY }).slice(3);
  expect(parseShortAddress(letters, codesOf(made), TODAY)?.slugs).toEqual([
    expect.stringMatching(/^unknown-/),
  ]);
});
