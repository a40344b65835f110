import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../config.ts';

const BYTES = 32;

/**
 * The key in a file, which is made when it is first asked for. Throws a ConfigurationError if the file
 * holds no key: a new one would open nothing that was locked before.
 */
export function loadKeyFile(path: string): Buffer {
  return parseKey(path, tryRead(path) ?? makeKeyFile(path));
}

/** The same of a file that is there; none is made. */
export function findKeyFile(path: string): Buffer | undefined {
  const text = tryRead(path);
  return text === undefined ? undefined : parseKey(path, text);
}

function parseKey(path: string, text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === BYTES) return key;
  throw new ConfigurationError(
    `${path} is not a key of ${BYTES} bytes in base64. Put back the one that was there.`,
  );
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// Written whole under another name first: of two servers that start at once, both use the one that was
// named first, and neither ever reads half a key.
function makeKeyFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  writeSync(file, `${randomBytes(BYTES).toString('base64')}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
