import { expect, test } from 'vitest';
import { mendWord } from '../../../src/directory/mend-word.ts';

test.each([
  ['food', 'food'],
  ['bow-foodbank', 'bow-foodbank'],
  ['food).', 'food'],
  ['“food”,', 'food'],
  [' food\r\n', 'food'],
  ['fo=\r\nod', 'food'],
  ['fo\u200bod\ufeff', 'food'],
  ['low\u2011cost', 'low-cost'],
  ['food\ufffd', 'food'],
  ['fo%od', 'food'],
  ['F84012', 'F84012'],
  ['a b', 'a b'],
  ['', ''],
  ['...', ''],
])('%j is read as %j', (text, word) => {
  expect(mendWord(text)).toBe(word);
});
