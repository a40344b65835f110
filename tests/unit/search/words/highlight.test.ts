import { expect, test } from 'vitest';
import { highlight } from '../../../../src/search/words/highlight.ts';
import { tokeniser } from '../../../support/search/search-definition.ts';

test('marks whole words as they are written', () => {
  expect(mark("Women's food and FOOD", 'food', 'womens')).toEqual([
    { text: "Women's", hit: true },
    { text: ' ' },
    { text: 'food', hit: true },
    { text: ' and ' },
    { text: 'FOOD', hit: true },
  ]);
});

test('keeps every character of the text', () => {
  for (const text of ['', 'plain', '<b>food</b> & food', 'খাবার ½ food', '👍 food']) {
    const pieces = mark(text, 'food', '1', '2', tokeniser.words('খাবার')[0] ?? '');
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  }
});

function mark(text: string, ...words: string[]) {
  return highlight(text, (word) => words.includes(word), tokeniser);
}
