import { expect, test } from 'vitest';
import { randomness } from '../../../../src/platform/secrets/randomness.ts';

test('references have no letters or digits that look or sound like another, and spell no word', () => {
  const references = Array.from({ length: 2000 }, randomness.reference);

  for (const reference of references) {
    expect(reference).toMatch(/^SP-[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}$/);
  }
  // Each of the 22 in each of the 8 places.
  for (const place of [3, 4, 5, 6, 8, 9, 10, 11]) {
    expect(new Set(references.map((reference) => reference[place])).size).toBe(22);
  }
  expect(new Set(references).size).toBe(2000);
});

test('tokens are 128 bits that an address may hold', () => {
  const tokens = Array.from({ length: 1000 }, randomness.token);

  expect(new Set(tokens).size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
});

test('a hash is the same for the same token only', () => {
  expect(randomness.hash('a')).toBe(randomness.hash('a'));
  expect(randomness.hash('a')).toMatch(/^[0-9a-f]{64}$/);
  expect(randomness.hash('a')).not.toBe(randomness.hash('b'));
});
