import type { Randomness } from '../../platform/secrets/randomness.ts';

const PREFIX = 'sp';
const DIGITS = 32;
const inAnyText = new RegExp(`(?<![0-9a-z])${PREFIX}[0-9a-f]{${DIGITS}}(?![0-9a-z])`, 'i');

/**
 * The name of one try on its envelope: nobody can guess it, and no other try has it. Small letters and
 * figures only, as mail servers on the way may write all of an address small.
 */
export function drawEnvelopeId({ token, hash }: Pick<Randomness, 'token' | 'hash'>): string {
  return PREFIX + hash(token()).slice(0, DIGITS);
}

/** The first such name in what a mail server wrote. */
export function findEnvelopeId(text: string): string | undefined {
  return inAnyText.exec(text)?.[0].toLowerCase();
}
