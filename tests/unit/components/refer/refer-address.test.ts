import { expect, test } from 'vitest';
import { toReferAddress } from '../../../../src/components/refer/refer-address.ts';

test('the form that asks for a prescriber has the needs of the page ticked', () => {
  expect(toReferAddress('bn', ['food', 'money-debt'])).toBe('/bn/refer/?need=food&need=money-debt');
  expect(toReferAddress('en', [])).toBe('/refer/');
});
