import { expect, test } from 'vitest';
import { checkValueOf, deriveKey } from '../../../../src/platform/secrets/derived-key.ts';

test('keys for two purposes differ, and the check value tells keys apart', () => {
  const one = Buffer.alloc(32, 1);
  const two = Buffer.alloc(32, 2);

  expect(deriveKey(one, 'a')).toEqual(deriveKey(one, 'a'));
  expect(deriveKey(one, 'a')).not.toEqual(deriveKey(one, 'b'));
  expect(checkValueOf(one)).toMatch(/^[0-9a-f]{32}$/);
  expect(checkValueOf(one)).not.toBe(checkValueOf(two));
});
