import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadReferralKey } from '../../../src/wiring/referral-key.ts';

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

test('without one it is kept in the data folder', () => {
  const made = loadReferralKey({ dataDir, referralKey: undefined });

  expect(loadReferralKey({ dataDir, referralKey: undefined })).toEqual(made);
  expect(readdirSync(dataDir)).toEqual(['referral.key']);
});
