import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
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
import { join } from 'node:path';
import { type Config, ConfigurationError } from '../config.ts';

const BYTES = 32;

/**
 * REFERRAL_KEY, or the one that was made in DATA_DIR when first needed. Throws a ConfigurationError if
 * that file holds no key: a new one would open nothing that is stored.
 */
export function loadReferralKey({
  referralKey,
  dataDir,
}: Pick<Config, 'referralKey' | 'dataDir'>): Buffer {
  return referralKey ?? readKeyFile(join(dataDir, 'referral.key'), dataDir);
}

/** A key for one purpose: what is known of one tells nothing of another. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, BYTES));
}

/** Tells keys apart without telling what they are: kept in the database to notice another key. */
export function checkValueOf(key: Buffer): string {
  return createHmac('sha256', deriveKey(key, 'key check')).update('').digest('hex').slice(0, 32);
}

function readKeyFile(path: string, folder: string): Buffer {
  const text = tryRead(path) ?? makeKeyFile(path, folder);
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
function makeKeyFile(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
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
