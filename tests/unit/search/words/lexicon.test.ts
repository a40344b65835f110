import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../../src/search/words/edit-distance.ts';
import { createWordList } from '../../../../src/search/words/lexicon.ts';
import { createRandom } from '../../../support/days/a-random.ts';

const list = aList(
  'dental',
  'mental',
  'housing',
  'learn',
  'lgbt',
  'walk',
  'walking',
  'class',
  'bank2',
);

describe('a list of words', () => {
  test('finds slips of the pen, but never a wrong first letter', () => {
    expect(words(list.misspelt('hosuing', 5))).toEqual(['housing']);
    expect(words(list.misspelt('dentel', 5))).toEqual(['dental']);
  });

  test('forgives one letter from five letters on and two from nine', () => {
    const long = aList('abcd', 'abcde', 'abcdefgh', 'abcdefghi');
    expect(words(long.misspelt('abcx', 5))).toEqual([]);
    expect(words(long.misspelt('abcdx', 5))).toEqual(['abcde', 'abcd']);
    expect(words(long.misspelt('abcdefxy', 5))).toEqual([]);
    expect(words(long.misspelt('abcdefgxy', 5))).toContain('abcdefghi');
  });

  test('takes a figure for what it is', () => {
    expect(words(list.misspelt('bank3', 5))).toEqual([]);
  });

  test('forgives swapped neighbours in a word of four letters', () => {
    expect(words(list.misspelt('lgtb', 5))).toEqual(['lgbt']);
  });

  test('hears words that are spelt as they sound', () => {
    expect(list.soundingLike('lern', 5)).toEqual(['learn']);
    expect(aList('physical', 'fiscal').soundingLike('fysical', 5)).toContain('physical');
    expect(list.soundingLike('mental', 5)).not.toContain('dental');
  });

  test('knows other forms of a word', () => {
    expect(list.inflected('walks')).toEqual(expect.arrayContaining(['walk', 'walking']));
    expect(list.inflected('classes')).toEqual(['class']);
  });

  test('finishes a word', () => {
    expect(list.startingWith('wal', 5)).toEqual(['walk', 'walking']);
  });
});

describe('the distance between words', () => {
  test.each([
    ['walk', 'walk', 0],
    ['walk', 'talk', 1],
    ['walk', 'walks', 1],
    ['walk', 'wlak', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to, 3)).toBe(distance);
    expect(editDistance(to, from, 3)).toBe(distance);
  });

  test('agrees with a plain calculation for any words', () => {
    for (const [from, to] of wordPairs(500)) {
      const plain = plainDistance(from, to);
      expect(editDistance(from, to, 9), `${from} ${to}`).toBe(plain);
      expect(Math.min(editDistance(from, to, 1), 2)).toBe(Math.min(plain, 2));
    }
  });

  test('to the beginning of a longer word may be asked for', () => {
    expect(editDistance('volentee', 'volunteering', 2, true)).toBe(1);
    expect(editDistance('volentee', 'volunteering', 2)).toBe(3);
  });
});

function aList(...words: string[]) {
  return createWordList(new Map(words.map((word) => [word, 1])), { oneFrom: 5, twoFrom: 9 });
}

function words(found: { word: string }[]): string[] {
  return found.map(({ word }) => word);
}

function wordPairs(count: number): [string, string][] {
  const next = createRandom(7);
  const word = () => Array.from({ length: next(7) }, () => 'abc'[next(3)]).join('');
  return Array.from({ length: count }, () => [word(), word()]);
}

/** Optimal string alignment, straight from its definition. */
function plainDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    plainDistance(a.slice(0, -1), b) + 1,
    plainDistance(a, b.slice(0, -1)) + 1,
    plainDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}
