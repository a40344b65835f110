/** A copy of an SQLite file sends nothing before somebody decided, however it was put back. */
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpReferrals } from '../../scripts/referrals/backups.ts';
import { aLetterRow, aReferralRow, aStore, NOON } from '../support/referral/a-store.ts';

const due = { leaseMs: 60_000, owner: 'worker', limit: 9 };
const name = 'referrals.sqlite';
let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'restored-'));
  dataDir = join(folder, 'var');
  const { store, database } = await aStore({ dataDir });
  await store.noteIdentity(NOON);
  await store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
  await database.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const backup = async () => {
  const file = join(folder, 'copy.sqlite');
  await backUpReferrals({ dataDir, databaseUrl: undefined }, file, new Date(NOON));
  return file;
};

test.each([
  [
    'a backup copied over the file',
    async () => writeFileSync(join(dataDir, name), readFileSync(await backup())),
  ],
  [
    'a backup moved to its place',
    async () => {
      const file = await backup();
      rmSync(join(dataDir, name));
      renameSync(file, join(dataDir, name));
    },
  ],
  [
    'a plain copy of the file',
    async () => {
      copyFileSync(join(dataDir, name), join(folder, 'plain'));
      renameSync(join(folder, 'plain'), join(dataDir, name));
    },
  ],
  [
    'a plain copy in the place of a file that was deleted, with the number that it had',
    async () => {
      copyFileSync(join(dataDir, name), join(folder, 'plain'));
      rmSync(join(dataDir, name));
      copyFileSync(join(folder, 'plain'), join(dataDir, name));
    },
  ],
])('%s sends nothing until that is settled', async (_what, putBack) => {
  await putBack();

  const { store, database } = await aStore({ dataDir });
  await store.noteIdentity(NOON + 1);
  expect(await store.claimDueLetters(due)).toEqual([]);
  expect(await store.findRestore()).toEqual({ noticedAt: NOON + 1 });
  await store.settleRestore(NOON + 2);
  expect(await store.findRestore()).toBeUndefined();
  expect(await store.claimDueLetters(due)).toHaveLength(1);
  await database.close();
});

test('the file itself goes on, also in a folder that was renamed', async () => {
  renameSync(dataDir, `${dataDir}-moved`);
  const { store, database } = await aStore({ dataDir: `${dataDir}-moved` });
  await store.noteIdentity(NOON + 1);

  expect(await store.findRestore()).toBeUndefined();
  expect(await store.claimDueLetters(due)).toHaveLength(1);
  await database.close();
});
