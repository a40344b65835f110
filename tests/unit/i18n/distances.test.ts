import { expect, test } from 'vitest';
import { formatDistance } from '../../../src/i18n/distances.ts';

test.each([
  [0, 'Less than 0.1 miles away', '০.১ মাইলের কম দূরে'],
  [160, 'Less than 0.1 miles away', '০.১ মাইলের কম দূরে'],
  [161, '0.1 miles away', '০.১ মাইল দূরে'],
  [2400, '1.5 miles away', '১.৫ মাইল দূরে'],
  [20_000, '12 miles away', '১২ মাইল দূরে'],
])('%d metres are %s', (metres, en, bn) => {
  expect(formatDistance(metres, 'en')).toBe(en);
  expect(formatDistance(metres, 'bn')).toBe(bn);
});

test('a distance is told in Somali', () => {
  expect(formatDistance(2400, 'so')).toBe('1.5 mayl ayay kaa fog tahay');
});
