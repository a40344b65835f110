import { toLine, toPlainDigits } from './typed-text.ts';

/** Longest an address can be on the wire. */
const LONGEST_EMAIL = 254;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * A phone number as people write it here ('020 7946 0123', '07700 900123'), or '+…' for one abroad.
 * Spaces, dashes, dots, brackets and +44 do not matter. `undefined`: nobody could ring that.
 */
export function parsePhone(typed: string): string | undefined {
  const compact = toPlainDigits(toLine(typed))
    .replace(/^\+?\s*(00)?\s*44[\s(]*0?[\s)]*(?=[1-9])/, (start) =>
      /^(\+|00)/.test(start.replace(/\s/g, '')) ? '0' : start,
    )
    .replace(/[\s().\-‐-―/]/g, '')
    .replace(/^00(?=[1-9])/, '+');
  if (/^\+[1-9]\d{6,14}$/.test(compact)) return compact;
  if (!/^0[1-9]\d{8,9}$/.test(compact)) return undefined;
  if (compact.startsWith('02')) return group(compact, 3, 4);
  return compact.length === 11 ? group(compact, 5) : group(compact, 4, 3);
}

/** One plain address, or `undefined`. It is never put into the head of a letter unchecked. */
export function parseEmail(typed: string): string | undefined {
  const email = toLine(typed);
  const at = email.lastIndexOf('@');
  const isPlain = LOCAL_PART.test(email.slice(0, at)) && DOMAIN.test(email.slice(at + 1));
  return at > 0 && at <= 64 && email.length <= LONGEST_EMAIL && isPlain ? email : undefined;
}

function group(digits: string, ...sizes: number[]): string {
  const groups: string[] = [];
  let from = 0;
  for (const size of sizes) {
    groups.push(digits.slice(from, from + size));
    from += size;
  }
  return [...groups, digits.slice(from)].join(' ');
}
