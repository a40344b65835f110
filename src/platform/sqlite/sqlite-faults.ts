import type { DatabaseFaultReason } from '../database.ts';

const BUSY = 5;
const FULL = 13;
const CONSTRAINT = 19;

const byCode: Readonly<Record<number, DatabaseFaultReason>> = {
  [BUSY]: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'input-output',
  11: 'damaged',
  [FULL]: 'full',
  14: 'input-output',
  26: 'damaged',
};

// Of files that we open ourselves, around SQLite.
const byName: Readonly<Record<string, DatabaseFaultReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** `undefined`: not an error of SQLite, nor of a file, but of what was done with them. */
export function sqliteReason(error: unknown): DatabaseFaultReason | undefined {
  const code = codeOf(error);
  if (code !== undefined) return byCode[code] ?? 'other';
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  return byName[String(error.code)] ?? 'input-output';
}

export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

/**
 * Whether a COMMIT that failed so certainly left nothing behind once it is rolled back. A full disk
 * refuses to take the frame that marks the commit; a failed fsync comes after it.
 */
export function isCleanCommitFailure(error: unknown): boolean {
  const code = codeOf(error);
  return code === FULL || code === BUSY || code === CONSTRAINT;
}

/** After these the connection's picture of the file cannot be trusted. */
export function invalidatesConnection(reason: DatabaseFaultReason): boolean {
  return reason === 'input-output' || reason === 'damaged';
}

/** SQLite's primary result code. */
function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
}
