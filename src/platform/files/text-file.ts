import fs from 'node:fs';
import { dirname } from 'node:path';

/** `fault`: why it cannot be read, as the system names it: 'ENOENT'. */
export function readTextFile(path: string): { text: string } | { fault: string } {
  try {
    return { text: fs.readFileSync(path, 'utf8') };
  } catch (error) {
    return { fault: toFault(error) };
  }
}

/** Tells one state of a file from the next without reading it. */
export function stampFile(path: string): { stamp: string; changedAt: number } {
  try {
    const { mtimeMs, size, ino } = fs.statSync(path);
    return { stamp: `${mtimeMs} ${size} ${ino}`, changedAt: mtimeMs };
  } catch (error) {
    return { stamp: toFault(error), changedAt: 0 };
  }
}

function toFault(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** For us alone to read, in a folder that is made if there is none. */
export function writePrivateFile(path: string, text: string): void {
  fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path, text, { mode: 0o600 });
}
