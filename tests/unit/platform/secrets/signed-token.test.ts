import { describe, expect, test } from 'vitest';
import { createSignedTokens } from '../../../../src/platform/secrets/signed-token.ts';

const HOUR_MS = 3_600_000;
const VALID_MS = 5 * HOUR_MS;
const START = Date.parse('2026-11-22T10:00:00Z');

describe('a signed token', () => {
  test('is known again, with its age', () => {
    const { tokens, clock } = aMint();
    const token = tokens.issue();
    clock.ms += 2500;

    expect(tokens.verify(token)).toEqual({ ok: true, ageMs: 2500 });
  });

  test('is another each time', () => {
    const { tokens } = aMint();

    expect(new Set(Array.from({ length: 100 }, () => tokens.issue())).size).toBe(100);
  });

  test('is good as long as it was made to be, and no longer', () => {
    const { tokens, clock } = aMint();
    const token = tokens.issue();

    clock.ms += VALID_MS;
    expect(tokens.verify(token)).toMatchObject({ ok: true });
    clock.ms += 1;
    expect(tokens.verify(token)).toEqual({ ok: false, reason: 'expired' });
  });

  test('outlives a clock that is put back', () => {
    const { tokens, clock } = aMint();
    const token = tokens.issue();
    clock.ms -= HOUR_MS;

    expect(tokens.verify(token)).toEqual({ ok: true, ageMs: 0 });
  });

  test('is not good under another key', () => {
    const token = aMint('a').tokens.issue();

    expect(aMint('b').tokens.verify(token)).toEqual({ ok: false, reason: 'forged' });
  });

  test('is not good once any letter of it is changed', () => {
    const { tokens } = aMint();
    const token = tokens.issue();
    const changed = [...token].map((letter, at) =>
      [...token].with(at, letter === 'a' ? 'b' : 'a').join(''),
    );

    // The last letter holds two bits that mean nothing.
    const good = changed.slice(0, -1).filter((each) => tokens.verify(each).ok);
    expect(good).toEqual([]);
  });

  test.each(['', '.', '..', 'x.y.z', 'a'.repeat(10_000), '\0', 'é.é.é', '1.2.3.4'])(
    'is not %j',
    (token) => {
      expect(aMint().tokens.verify(token)).toEqual({ ok: false, reason: 'forged' });
    },
  );
});

test('a token that the key before signed is ours, until that is taken away', () => {
  const { tokens: old } = aMint('o');
  const [key, keyBefore] = [Buffer.alloc(32, 'n'), Buffer.alloc(32, 'o')];
  const now = () => new Date(START);
  const token = old.issue();
  const rotated = createSignedTokens({ key, keyBefore, validMs: VALID_MS, now });

  expect(rotated.verify(token)).toEqual({ ok: true, ageMs: 0 });
  expect(old.verify(rotated.issue())).toEqual({ ok: false, reason: 'forged' });
  const later = createSignedTokens({ key, validMs: VALID_MS, now });
  expect(later.verify(token)).toEqual({ ok: false, reason: 'forged' });
  expect(later.verify(rotated.issue()).ok).toBe(true);
});

function aMint(letter = 'k') {
  const clock = { ms: START };
  const tokens = createSignedTokens({
    key: Buffer.alloc(32, letter),
    validMs: VALID_MS,
    now: () => new Date(clock.ms),
  });
  return { tokens, clock };
}
