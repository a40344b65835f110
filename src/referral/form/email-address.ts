import { toLine } from './typed-text.ts';

/** Longest an address can be on the wire. */
const LONGEST_EMAIL = 254;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** One plain address, or `undefined`. It is never put into the head of a letter unchecked. */
export function parseEmail(typed: string): string | undefined {
  const email = toLine(typed);
  const at = email.lastIndexOf('@');
  const isPlain = LOCAL_PART.test(email.slice(0, at)) && DOMAIN.test(email.slice(at + 1));
  return at > 0 && at <= 64 && email.length <= LONGEST_EMAIL && isPlain ? email : undefined;
}
