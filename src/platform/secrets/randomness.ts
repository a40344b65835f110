import { createHash, randomBytes, randomInt } from 'node:crypto';

// No look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowels to make words of: 22⁸, 55 thousand million.
const LETTERS = '34679CDFGHJKMNPQRTVWXY';
const TOKEN_BYTES = 16;

/** Where chance comes from: the operating system. */
export interface Randomness {
  /** 'SP-7K3M-9QXT': read aloud and written down. Not a secret. `prefix`: of what is not a referral. */
  reference(prefix?: string): string;
  /** 128 bits that nobody can guess, as 22 characters that an address may hold. */
  token(): string;
  /** SHA-256 in hex: tells whether a token is the one that was given out, and does not tell the token. */
  hash(token: string): string;
}

export const randomness: Randomness = {
  reference: (prefix = 'SP') => `${prefix}-${drawLetters(4)}-${drawLetters(4)}`,
  token: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  hash: (token) => createHash('sha256').update(token).digest('hex'),
};

function drawLetters(count: number): string {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
