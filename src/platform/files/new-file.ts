import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseRefused } from '../database-refused.ts';

/**
 * Writes a new file that only we can read: whole and on the disk under its name, or not there. Never takes
 * the place of another file: rejects with a DatabaseRefused.
 */
export async function writeNewFile<T>(
  to: string,
  write: (draft: string) => Promise<T>,
): Promise<T> {
  const draft = `${to}.part`;
  if (existsSync(to)) throw isThere(to);
  try {
    // Made by us first, since programs would let others read it.
    closeSync(openSync(draft, 'wx', 0o600));
  } catch (error) {
    throw isExisting(error) ? isThere(to) : error;
  }
  try {
    const written = await write(draft);
    syncToDisk(draft);
    // Unlike a rename, never takes the place of another file.
    linkSync(draft, to);
    return written;
  } catch (error) {
    throw isExisting(error) ? isThere(to) : error;
  } finally {
    rmSync(draft, { force: true });
    syncToDisk(dirname(to));
  }
}

export function syncToDisk(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

export function makeFilePrivate(path: string): void {
  chmodSync(path, 0o600);
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function isThere(to: string): DatabaseRefused {
  return new DatabaseRefused(`${to} or ${to}.part is there already. Nothing was written.`);
}
