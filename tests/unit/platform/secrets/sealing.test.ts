import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSealing } from '../../../../src/platform/secrets/sealing.ts';

const key = randomBytes(32);
const sealing = createSealing(key);
const text = 'Test Person One, ঢাকা, 👋';

describe('a sealed letter', () => {
  test('opens to the same text, also in another process with the same key', () => {
    const sealed = sealing.seal('letter-1', text);

    expect(sealing.open('letter-1', sealed)).toBe(text);
    expect(createSealing(Buffer.from(key)).open('letter-1', sealed)).toBe(text);
  });

  test('shows nothing of the text, and never looks the same twice', () => {
    const first = sealing.seal('letter-1', text);
    const second = sealing.seal('letter-1', text);

    expect(Buffer.from(first.payload).includes('Test Person')).toBe(false);
    expect(first.payload).not.toEqual(second.payload);
    expect(first.wrappedKey).not.toEqual(second.wrappedKey);
  });

  test('does not open in another row, nor with another key', () => {
    const sealed = sealing.seal('letter-1', text);

    expect(sealing.open('letter-2', sealed)).toBeUndefined();
    expect(createSealing(randomBytes(32)).open('letter-1', sealed)).toBeUndefined();
  });

  test('opens with the key before too, which locks nothing more', () => {
    const keyBefore = randomBytes(32);
    const old = createSealing(keyBefore).seal('letter-1', text);
    const both = createSealing(key, keyBefore);
    const fresh = both.seal('letter-2', text);

    expect(both.open('letter-1', old)).toBe(text);
    expect(sealing.open('letter-2', fresh)).toBe(text);
    expect(createSealing(keyBefore).open('letter-2', fresh)).toBeUndefined();
    expect(both.keyOf('letter-1', old.wrappedKey)).toBe('before');
    expect(both.keyOf('letter-2', fresh.wrappedKey)).toBe('current');
    expect(sealing.keyOf('letter-1', old.wrappedKey)).toBeUndefined();
  });

  test('does not open with the key of another letter', () => {
    const first = sealing.seal('letter-1', text);
    const second = sealing.seal('letter-1', text);

    expect(sealing.open('letter-1', { ...first, wrappedKey: second.wrappedKey })).toBeUndefined();
  });

  test.each(['payload', 'wrappedKey'] as const)(
    'does not open once any bit of its %s is flipped',
    (part) => {
      const sealed = sealing.seal('letter-1', text);
      for (let index = 0; index < sealed[part].length; index += 1) {
        const damaged = Uint8Array.from(sealed[part]);
        damaged[index] = (damaged[index] ?? 0) ^ (1 << (index % 8));

        expect(sealing.open('letter-1', { ...sealed, [part]: damaged })).toBeUndefined();
      }
    },
  );

  test.each([0, 1, 12, 28])('of %i bytes does not open', (length) => {
    const sealed = sealing.seal('letter-1', text);

    const payload = sealed.payload.slice(0, length);
    expect(sealing.open('letter-1', { ...sealed, payload })).toBeUndefined();
  });
});
