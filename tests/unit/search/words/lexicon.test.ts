/** Covers src/search/words/inflections.ts, src/search/words/phonetic-key.ts, src/search/words/typo-budget.ts. */
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../../src/search/words/lexicon.ts';

const lexicon = aLexicon(
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

describe('a lexicon', () => {
  test('finds slips of the pen, but never a wrong first letter', () => {
    expect(words(lexicon.corrections('hosuing', 5))).toEqual(['housing']);
    expect(words(lexicon.corrections('dentel', 5))).toEqual(['dental']);
  });

  test('forgives one letter from five letters on and two from nine', () => {
    const long = aLexicon('abcd', 'abcde', 'abcdefgh', 'abcdefghi');
    expect(words(long.corrections('abcx', 5))).toEqual([]);
    expect(words(long.corrections('abcdx', 5))).toEqual(['abcde', 'abcd']);
    expect(words(long.corrections('abcdefxy', 5))).toEqual([]);
    expect(words(long.corrections('abcdefgxy', 5))).toContain('abcdefghi');
  });

  test('takes a figure for what it is', () => {
    expect(words(lexicon.corrections('bank3', 5))).toEqual([]);
  });

  test('forgives swapped neighbours in a word of four letters', () => {
    expect(words(lexicon.corrections('lgtb', 5))).toEqual(['lgbt']);
  });

  test('hears words that are spelt as they sound', () => {
    expect(lexicon.soundingLike('lern', 5)).toEqual(['learn']);
    expect(aLexicon('physical', 'fiscal').soundingLike('fysical', 5)).toContain('physical');
    expect(lexicon.soundingLike('mental', 5)).not.toContain('dental');
  });

  test('knows other forms of a word', () => {
    expect(lexicon.inflections('walks')).toEqual(expect.arrayContaining(['walk', 'walking']));
    expect(lexicon.inflections('classes')).toEqual(['class']);
  });

  test('finishes a word', () => {
    expect(lexicon.withPrefix('wal', 5)).toEqual(['walk', 'walking']);
  });
});

function aLexicon(...words: string[]) {
  return createLexicon(new Map(words.map((word) => [word, 1])), { oneFrom: 5, twoFrom: 9 });
}

function words(found: { word: string }[]): string[] {
  return found.map(({ word }) => word);
}
