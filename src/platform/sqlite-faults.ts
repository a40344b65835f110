import type { StoreFaultReason } from '../referral/store-fault.ts';

const BUSY = 5;
const FULL = 13;
const CONSTRAINT = 19;

const reasons: Readonly<Record<number, StoreFaultReason>> = {
  [BUSY]: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'input-output',
  11: 'damaged',
  [FULL]: 'full',
  14: 'input-output',
  26: 'damaged',
};

/** SQLite's primary result code; `undefined`: not an error of SQLite. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return Number(error.errcode) & 0xff;
}

export function sqliteReason(code: number): StoreFaultReason {
  return reasons[code] ?? 'other';
}

/**
 * Whether a COMMIT that failed with this code certainly left nothing behind once it is rolled back. A
 * full disk refuses the write of the frame that marks the commit; a failed fsync comes after it.
 */
export function isCleanCommitFailure(code: number): boolean {
  return code === FULL || code === BUSY || code === CONSTRAINT;
}

/** After these the connection's picture of the file cannot be trusted. */
export function makesSuspect(reason: StoreFaultReason): boolean {
  return reason === 'input-output' || reason === 'damaged';
}
