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

/** `key`: for this purpose alone (deriveKey). What `keyBefore` signed is ours too. */
export function createSignedTokens({
  key,
  keyBefore,
  validMs,
  now = realNow,
}: {
  key: Uint8Array;
  keyBefore?: Uint8Array | undefined;
  validMs: number;
  now?: () => Date;
}): SignedTokens {
  const sign = (text: string, by = key) =>
    createHmac('sha256', by).update(text).digest('base64url');
  const isSignedBy = (by: Uint8Array, text: string, signature: string) =>
    timingSafeEqual(Buffer.from(sign(text, by)), Buffer.from(signature));

  return {
    issue: () => {
      const text = `${now().getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    verify: (token) => {
      if (!SHAPE.test(token)) return { ok: false, reason: 'forged' };
      const end = token.lastIndexOf('.');
      const [text, signature] = [token.slice(0, end), token.slice(end + 1)];
      const keys = keyBefore ? [key, keyBefore] : [key];
      if (!keys.some((by) => isSignedBy(by, text, signature))) {
        return { ok: false, reason: 'forged' };
      }
      const issuedAt = Number.parseInt(token.slice(0, token.indexOf('.')), 36);
      const ageMs = Math.max(0, now().getTime() - issuedAt);
      return ageMs <= validMs ? { ok: true, ageMs } : { ok: false, reason: 'expired' };
    },
  };
}
