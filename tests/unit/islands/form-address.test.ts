import { expect, test } from 'vitest';
import { toFormAddress } from '../../../src/islands/form-address.ts';

test('the address of a form leaves out empty fields and spaces around words', () => {
  const fields: [string, string][] = [
    ['q', ' food bank '],
    ['near', '  '],
    ['cost', 'free'],
    ['cost', 'low-cost'],
  ];

  expect(toFormAddress('/bn/search/', fields)).toBe(
    '/bn/search/?q=food+bank&cost=free&cost=low-cost',
  );
});

test('the address of an empty form is its action alone', () => {
  expect(toFormAddress('/search/', [['q', '']])).toBe('/search/');
});
