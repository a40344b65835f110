import { expect, test } from 'vitest';
import { toTextWords } from '../../../src/i18n/text-words.ts';

test.each([
  ["St Hilda's East & Co.", ['st', 'hildas', 'east', 'co']],
  ['Café  Zoë', ['cafe', 'zoe']],
  ['বাসা\u200c ভাড়া', ['বাসা', 'ভাড়া'.normalize('NFKD')]],
  [' … ’’', []],
])('%j are %j', (text, words) => {
  expect(toTextWords(text)).toEqual(words);
});
