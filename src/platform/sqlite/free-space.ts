import { statfs } from 'node:fs/promises';

/** Bytes that may still be written to a folder; `undefined`: not known. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
