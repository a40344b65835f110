import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { now as realNow } from '../clock.ts';

/**
 * Names one filled-in form, so that it counts once however often it is sent, and shows that we made the
 * page it came from: '<when>.<random>.<signature>'. Holds nothing about anyone.
 */
export interface SignedTokens {
  issue(): string;
  verify(token: string): TokenCheck;
}

/** `ageMs`: since the form was made; never below 0, even if the clock was put back. */
export type TokenCheck = { ok: true; ageMs: number } | { ok: false; reason: 'forged' | 'expired' };

/** People may be called away; after a day the practice or the service may have changed. */
const VALID_MS = 24 * 60 * 60 * 1000;
const FORM = /^[0-9a-z]{1,11}\.[\w-]{22}\.[\w-]{43}$/;

/** `key`: for this purpose alone (deriveKey). */
export function createSignedTokens({
  key,
  now = realNow,
}: {
  key: Uint8Array;
  now?: () => Date;
}): SignedTokens {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  return {
    issue: () => {
      const text = `${now().getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    verify: (token) => {
      if (!FORM.test(token)) return { ok: false, reason: 'forged' };
      const end = token.lastIndexOf('.');
      const expected = Buffer.from(sign(token.slice(0, end)));
      if (!timingSafeEqual(expected, Buffer.from(token.slice(end + 1)))) {
        return { ok: false, reason: 'forged' };
      }
      const issuedAt = Number.parseInt(token.slice(0, token.indexOf('.')), 36);
      const ageMs = Math.max(0, now().getTime() - issuedAt);
      return ageMs <= VALID_MS ? { ok: true, ageMs } : { ok: false, reason: 'expired' };
    },
  };
}
