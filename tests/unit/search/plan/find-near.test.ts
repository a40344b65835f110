import { describe, expect, test } from 'vitest';
import { findNear, takeNear } from '../../../../src/search/plan/find-near.ts';
import { directory } from '../../../../src/wiring.ts';

const { places } = directory;
const near = (typed: string) => findNear(typed, places);

describe('near', () => {
  test.each([
    ['E1 4AA', 'E1 4AA'],
    ['I live at e1 4aa, top flat', 'E1 4AA'],
    ['el 4aa', 'E1 4AA'],
    ['E1\u200b4AA', 'E1 4AA'],
    ['E3', 'E3'],
    ['somewhere in E3', 'E3'],
    ['E1 4', 'E1 4'],
    ['by E1 4, please', 'E1 4'],
  ])('%j is near %s', (typed, postcode) => {
    expect(near(typed)).toMatchObject({ state: 'found', postcode });
  });

  test('a sector is not the district that its figures look like', () => {
    expect(near('E1 4')).not.toEqual(near('E14'));
    expect(near('E1 4')).not.toMatchObject({ position: places.findDistrict('E14') });
    expect(near('E1 4')).toMatchObject({ position: places.findSector('E1 4') });
  });

  test.each([
    ['a postcode of elsewhere', 'SW1A 1AA', { state: 'outside', postcode: 'SW1A 1AA' }],
    ['a district of elsewhere', 'N7', { state: 'outside', postcode: 'N7' }],
    ['a sector of elsewhere', 'N7 6', { state: 'outside', postcode: 'N7 6' }],
    [
      'a postcode that our list lacks',
      'E14 9ZZ',
      { state: 'not-in-our-data', postcode: 'E14 9ZZ' },
    ],
    ['one with a figure too few', 'E14 AA', { state: 'not-a-postcode' }],
    ['a place of elsewhere', 'Manchester', { state: 'not-a-postcode' }],
  ])('%s is said to be that', (_what, typed, said) => {
    expect(near(typed)).toEqual(said);
  });
});

describe('of the words of a search', () => {
  const take = (words: string) => takeNear(words.split(' '), places);

  test.each([
    ['food bank e1 4aa', 'E1 4AA', ['food', 'bank']],
    ['food e14aa bank', 'E1 4AA', ['food', 'bank']],
    ['food bank el 4aa', 'E1 4AA', ['food', 'bank']],
    ['food e1 4 bank', 'E1 4', ['food', 'bank']],
    ['food e3', 'E3', ['food']],
  ])('"%s" takes %s, and leaves the others', (words, postcode, rest) => {
    expect(take(words)).toMatchObject({ near: { state: 'found', postcode }, rest });
  });

  test.each(['u3a', 'b12 vitamin', 'flat i1 1ab', 'hiv1 test', 'el salvador'])(
    '"%s" holds none',
    (words) => {
      expect(take(words)).toEqual({ near: undefined, rest: words.split(' ') });
    },
  );
});
