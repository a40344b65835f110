import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokeniser } from '../../../support/search/search-definition.ts';

describe('words of a text', () => {
  test.each([
    ["I can't pay", ['i', 'cant', 'pay']],
    ['can’t', ['cant']],
    ["la'aan", ['laaan']],
    ['Café  Zoë', ['cafe', 'zoe']],
    ['E1 4AA', ['e1', '4aa']],
    ['"food bank" -free', ['food', 'bank', 'free']],
    ['৩০ জন', ['30', 'জন']],
    ['co-op', ['co', 'op']],
    ['ﬁtness ½', ['fitness', '1', '2']],
    ['', []],
    ['😀 … ’’', []],
  ])('%j are %j', (text, words) => {
    expect(tokeniser.words(text)).toEqual(words);
  });

  test('keep Bengali vowel signs, and lose invisible joiners and soft hyphens', () => {
    expect(tokeniser.words('বাসা\u200c ভা\u00adড়া')).toEqual(tokeniser.words('বাসা ভাড়া'));
    expect(tokeniser.words('বাসা')).not.toEqual(tokeniser.words('বস'));
  });

  test('are the same however a letter was composed', () => {
    expect(tokeniser.words('ড়')).toEqual(tokeniser.words('\u09a1\u09bc'));
    expect(tokeniser.words('é')).toEqual(tokeniser.words('e\u0301'));
  });

  test('are the same with and without where they stood', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tokeniser.words(text)).toEqual(tokeniser.tokens(text).map(({ word }) => word));
      }),
    );
  });

  test('know where they stood', () => {
    expect(tokeniser.tokens("The women's café")).toEqual([
      { word: 'the', start: 0, end: 3 },
      { word: 'womens', start: 4, end: 11 },
      { word: 'cafe', start: 12, end: 16 },
    ]);
  });
});
