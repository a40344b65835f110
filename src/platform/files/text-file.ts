import fs from 'node:fs';
import { dirname } from 'node:path';

/** `fault`: why it cannot be read, as the system names it: 'ENOENT'. */
export function readTextFile(path: string): { text: string } | { fault: string } {
  try {
    return { text: fs.readFileSync(path, 'utf8') };
  } catch (error) {
    return { fault: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
}

/** Tells one state of a file from the next without reading it. */
export function stampFile(path: string): { stamp: string; changedAt: number } {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  if (!found) return { stamp: 'none', changedAt: 0 };
  const { mtimeMs, size, ino } = found;
  return { stamp: `${mtimeMs} ${size} ${ino}`, changedAt: mtimeMs };
}

/** For us alone to read, in a folder that is made if there is none. */
export function writePrivateFile(path: string, text: string): void {
  fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path, text, { mode: 0o600 });
}
