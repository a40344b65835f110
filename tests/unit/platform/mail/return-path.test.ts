import { expect, test } from 'vitest';
import { isReturnPathShort, toEnvelopeSender } from '../../../../src/platform/mail/return-path.ts';
import { randomness } from '../../../../src/platform/secrets/randomness.ts';
import { drawEnvelopeId } from '../../../../src/referral/letters/envelope-id.ts';

const id = drawEnvelopeId(randomness);

test('an address that ends in a plus gets the name of the try', () => {
  expect(toEnvelopeSender('returns+@trust.example', id)).toBe(`returns+${id}@trust.example`);
});

test.each(['returns@trust.example', 'returns+letters@trust.example'])(
  '%s is used as it is',
  (path) => {
    expect(toEnvelopeSender(path, id)).toBe(path);
  },
);

test.each([
  [29, true],
  [30, false],
])('%i letters before the plus fit what mail servers allow: %s', (letters, fits) => {
  const path = `${'r'.repeat(letters)}+@trust.example`;
  expect(isReturnPathShort(path)).toBe(fits);
  expect(toEnvelopeSender(path, id).split('@')[0]?.length).toBe(letters + 1 + 34);
});
