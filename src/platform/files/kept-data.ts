import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/**
 * Plain data, arrays of numbers among them, in a file in Node's own form: for what takes long to work out
 * and can always be worked out again. Only for files that we write ourselves: Node's form is no guard
 * against a hostile one.
 */
export function writeKeptData(path: string, { key, data }: { key: string; data: unknown }): void {
  writeFileSync(path, serialize({ key, data }));
}

/** `undefined`: there is no such file, it was written for another key, or it cannot be read. */
export function readKeptData<T>(path: string, key: string): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const kept: { key: string; data: T } = deserialize(readFileSync(path));
    return kept.key === key ? kept.data : undefined;
  } catch {
    return undefined;
  }
}
