import { createHmac, hkdfSync } from 'node:crypto';

const BYTES = 32;

/** A key for one purpose: what is known of one tells nothing of another. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, BYTES));
}

/** Tells keys apart without telling what they are: kept in the database to notice another key. */
export function checkValueOf(key: Buffer): string {
  return createHmac('sha256', deriveKey(key, 'key check')).update('').digest('hex').slice(0, 32);
}
