/** docs/deploy/directory-backup.service and its timer, on folders of this test. */
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { environmentNames } from '../../src/platform/config.ts';
import { findBackedUpAt } from '../../src/referral/operator/backed-up-at.ts';
import { aReferralRow, aStore } from '../support/referral/a-store.ts';

const unit = readFileSync('docs/deploy/directory-backup.service', 'utf8');
const all = (key: string) =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value ?? '');
const isRoot = process.getuid?.() === 0;
const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('copies the store as its user, with no other setting than where that is', async () => {
  const dataDir = join(folder, 'data');
  const backups = join(folder, 'backups');
  mkdirSync(backups, { mode: 0o700 });
  const { store, database } = await aStore({ dataDir });
  await store.insertReferral(aReferralRow('a'), []);
  for (const path of [
    folder,
    backups,
    dataDir,
    ...readdirSync(dataDir).map((name) => join(dataDir, name)),
  ]) {
    if (isRoot) chownSync(path, 65_534, 65_534);
  }
  const moved = (words: string) =>
    words.replaceAll('/var/lib/directory', dataDir).replaceAll('/var/backups/directory', backups);
  const [, ...words] = moved(all('ExecStart')[0] ?? '').split(' ');
  const environment = Object.fromEntries(
    all('Environment').flatMap((line) =>
      moved(line)
        .split(' ')
        .map((set) => set.split('=')),
    ),
  );
  const done = spawnSync(process.execPath, words, { env: environment, encoding: 'utf8', ...user });

  expect(done).toMatchObject({ status: 0, stdout: expect.stringContaining(': 1 referrals') });
  const [made = ''] = readdirSync(backups);
  expect(made).toMatch(/^referrals-.*\.sqlite$/);
  expect(statSync(join(backups, made)).mode & 0o777).toBe(0o600);
  expect(await findBackedUpAt(store)).toBeGreaterThan(0);
  await database.close();
});

test('may write to the two folders alone, and is handed no secret', () => {
  expect(all('ReadWritePaths')).toEqual(['/var/lib/directory /var/backups/directory']);
  expect(all('ProtectSystem')).toEqual(['strict']);
  expect(all('LoadCredential')).toEqual([]);
  const names = all('Environment').flatMap((line) => line.match(/[A-Z_]+(?==)/g) ?? []);
  expect(names.filter((name) => !environmentNames.includes(name))).toEqual([]);
  expect(names.join()).not.toMatch(/KEY|SMTP|DATABASE/);
});

const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasAnalyze)('systemd [skipped where there is none]', () => {
  test('takes both units', () => {
    // Programs and users of an install are not here.
    const here = unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`);
    writeFileSync(join(folder, 'directory-backup.service'), here);
    const timer = readFileSync('docs/deploy/directory-backup.timer', 'utf8');
    writeFileSync(join(folder, 'directory-backup.timer'), timer);
    const checked = spawnSync(
      'systemd-analyze',
      ['verify', join(folder, 'directory-backup.timer')],
      {
        encoding: 'utf8',
      },
    );

    expect(checked.stderr).not.toContain(folder);
    expect(checked.status).toBe(0);
  });
});
