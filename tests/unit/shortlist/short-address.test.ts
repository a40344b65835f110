import { describe, expect, test } from 'vitest';
import {
  codesOf,
  findSharedCodes,
  parseShortAddress,
  toShortAddress,
} from '../../../src/shortlist/short-address.ts';
import type { Shortlist } from '../../../src/shortlist/shortlist.ts';
import { directory } from '../../../src/wiring.ts';

const TODAY = '2026-11-22';
const slugs = directory.listings.map(({ slug }) => slug);
const codes = codesOf(slugs);
const parse = (address: string) => parseShortAddress(address.replace(/^.*\/s\//, ''), codes, TODAY);

describe('the short address of a list', () => {
  test('leads to the same list, in order, with its day', () => {
    const list = { slugs: slugs.slice(40, 70).toReversed(), made: '2026-05-12' };
    const address = toShortAddress('bn', list);

    expect(address).toMatch(/^\/bn\/s\/[0-9a-z]{155}$/);
    expect(parse(address)).toEqual(list);
    expect(parse(address.toUpperCase().replace('/S/', '/s/'))).toEqual(list);
  });

  test('means the same for ever, as it is printed', () => {
    const list = { slugs: ['bow-foodbank', 'ability-bow'], made: '2026-05-12' };

    expect(toShortAddress('en', list)).toBe('/s/pt9ekcrzqhhr28k');
    expect(parse('/s/pt9ekcrzqhhr28k')).toEqual(list);
    // As it was printed before there were letters to check it by.
    expect(parse('/s/9ekcrzqhhr28k')).toEqual(list);
  });

  test('is read with the letters that people and scanners take for ours', () => {
    const list = { slugs: slugs.slice(0, 30), made: '2026-05-12' };
    const letters = toShortAddress('en', list).slice(3);
    const mistaken = letters
      .replace(/0/g, 'O')
      .replace(/1/g, (_one, at) => (at % 2 ? 'l' : 'I'))
      .replace(/v/g, 'u');

    expect(mistaken).toMatch(/[OlIu]/);
    expect(parse(mistaken)).toEqual(list);
  });

  test('of a list whose day nobody knows says so', () => {
    const list = { slugs: ['bow-foodbank'], made: '' };

    expect(parse(toShortAddress('en', list))).toEqual(list);
  });

  test('that lost letters, has them twice, or has another in their place is never read as another list unsaid', () => {
    const list = { slugs: slugs.slice(100, 112), made: '2026-05-12' };
    const whole = toShortAddress('en', list).slice(3);
    const at = Array.from(whole, (_, index) => index);
    const damaged = [
      // From the second letter on: what lost all of its check is read as it was printed before.
      ...at
        .slice(1)
        .flatMap((from) =>
          [1, 2, 3, 5, 7, 10].map((count) => whole.slice(0, from) + whole.slice(from + count)),
        ),
      ...at.map((index) => whole.slice(0, index + 1) + whole.slice(index)),
      ...at.map(
        (index) =>
          whole.slice(0, index) + (whole[index] === '7' ? '8' : '7') + whole.slice(index + 1),
      ),
      ...at
        .slice(1)
        .map(
          (index) =>
            whole.slice(0, index - 1) + whole[index] + whole[index - 1] + whole.slice(index + 1),
        ),
    ].filter((letters) => letters !== whole);

    const silent = damaged.filter((letters) => {
      const found = parse(letters);
      if (!found || sameList(found, list)) return false;
      const isSaid = found.slugs.some((slug) => slug.startsWith('unknown-'));
      const isTrue = found.slugs.every(
        (slug) => /^unknown-/.test(slug) || list.slugs.includes(slug),
      );
      return !(isSaid && isTrue && found.made === list.made);
    });
    expect(damaged.length).toBeGreaterThan(400);
    expect(silent).toEqual([]);
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
    ['a day to come', '9ekcrzzy'],
    ['of listings that nobody knows', 'abcde28k'],
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
  const list = { slugs: [...pair.slice(0, 1), 'listing-1'], made: TODAY };
  const letters = toShortAddress('en', list).slice(3);
  expect(parseShortAddress(letters, codesOf(made), TODAY)?.slugs).toEqual([
    expect.stringMatching(/^unknown-/),
    'listing-1',
  ]);
});

function sameList(one: Shortlist, other: Shortlist): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
