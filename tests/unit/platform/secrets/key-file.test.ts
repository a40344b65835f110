import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  checkValueOf,
  deriveKey,
  loadReferralKey,
} from '../../../../src/platform/secrets/key-file.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('a key that was given is used, and no file is made', () => {
  const referralKey = Buffer.alloc(32, 1);

  expect(loadReferralKey({ dataDir, referralKey })).toBe(referralKey);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('without one a key is made once, for us alone to read', () => {
  const folder = join(dataDir, 'new');
  const made = loadReferralKey({ dataDir: folder, referralKey: undefined });

  expect(made).toHaveLength(32);
  expect(loadReferralKey({ dataDir: folder, referralKey: undefined })).toEqual(made);
  expect(readdirSync(folder)).toEqual(['referral.key']);
  expect(statSync(join(folder, 'referral.key')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each(['', 'not a key', Buffer.alloc(31).toString('base64')])(
  'a file that holds %j instead of a key is left alone, and refused',
  (text) => {
    writeFileSync(join(dataDir, 'referral.key'), text);

    expect(() => loadReferralKey({ dataDir, referralKey: undefined })).toThrow(/is not a key/);
  },
);

test('keys for two purposes differ, and the check value tells keys apart', () => {
  const one = Buffer.alloc(32, 1);
  const two = Buffer.alloc(32, 2);

  expect(deriveKey(one, 'a')).toEqual(deriveKey(one, 'a'));
  expect(deriveKey(one, 'a')).not.toEqual(deriveKey(one, 'b'));
  expect(checkValueOf(one)).toMatch(/^[0-9a-f]{32}$/);
  expect(checkValueOf(one)).not.toBe(checkValueOf(two));
});
