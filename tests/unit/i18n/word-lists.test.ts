import { expect, test } from 'vitest';
import { joinWords } from '../../../src/i18n/word-lists.ts';

test.each([
  ['en', 'a, b, c', 'a, b or c'],
  ['bn', 'a, b, c', 'a, b, বা c'],
  ['so', 'a, b, c', 'a, b ama c'],
] as const)('words are joined in %s, all of them or any', (locale, all, any) => {
  expect(joinWords(['a', 'b', 'c'], 'all', locale)).toBe(all);
  expect(joinWords(['a', 'b', 'c'], 'any', locale)).toBe(any);
});

test('one word stands alone', () => {
  expect(joinWords(['a'], 'any', 'en')).toBe('a');
});
