import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { now as realNow } from '../clock.ts';

/** Names one thing that we gave out, and shows that we did: '<when>.<random>.<signature>'. Says nothing else. */
export interface SignedTokens {
  issue(): string;
  verify(token: string): TokenCheck;
}

/** `ageMs`: since it was issued; never below 0, even if the clock was put back. */
export type TokenCheck = { ok: true; ageMs: number } | { ok: false; reason: 'forged' | 'expired' };

const SHAPE = /^[0-9a-z]{1,11}\.[\w-]{22}\.[\w-]{43}$/;

/** `key`: for this purpose alone (deriveKey). */
export function createSignedTokens({
  key,
  validMs,
  now = realNow,
}: {
  key: Uint8Array;
  validMs: number;
  now?: () => Date;
}): SignedTokens {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  return {
    issue: () => {
      const text = `${now().getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    verify: (token) => {
      if (!SHAPE.test(token)) return { ok: false, reason: 'forged' };
      const end = token.lastIndexOf('.');
      const expected = Buffer.from(sign(token.slice(0, end)));
      if (!timingSafeEqual(expected, Buffer.from(token.slice(end + 1)))) {
        return { ok: false, reason: 'forged' };
      }
      const issuedAt = Number.parseInt(token.slice(0, token.indexOf('.')), 36);
      const ageMs = Math.max(0, now().getTime() - issuedAt);
      return ageMs <= validMs ? { ok: true, ageMs } : { ok: false, reason: 'expired' };
    },
  };
}
