import { expect, test } from 'vitest';
import { findTheirWords } from '../../../../src/components/refer/their-words.ts';
import { locales } from '../../../../src/i18n/locale.ts';

test('questions about oneself have words for another person', () => {
  expect(findTheirWords('en', { borough: 'Tower Hamlets' })).toContainEqual([
    'Do you live in Tower Hamlets?',
    'Do they live in Tower Hamlets?',
  ]);
});

test.each(locales)('each can be changed into the other and back in %s', (locale) => {
  const pairs = findTheirWords(locale, { borough: 'Tower Hamlets' });

  expect(pairs.length).toBeGreaterThan(20);
  for (const column of [0, 1]) {
    expect(new Set(pairs.map((pair) => pair[column])).size).toBe(pairs.length);
  }
});
