/** Covers src/platform/sqlite/file-identity.ts. */
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aLetterRow, aReferralRow, aStore } from '../../../support/referral/a-store.ts';

const accept = ({ store }: Awaited<ReturnType<typeof aStore>>, name: string) =>
  store.insertReferral(aReferralRow(name), [aLetterRow(name)]);

/** A store with a referral, and where its file lies. */
async function aFilledStore() {
  const opened = await aStore({ dataDir: join(mkdtempSync(join(tmpdir(), 'taken-')), 'data') });
  onTestFinished(opened.discard);
  await accept(opened, 'before');
  const file = (end = '') => join(opened.dataDir, `referrals.sqlite${end}`);
  return { opened, file };
}

const replaced = { reason: 'replaced', effect: 'not-stored' };

test.each<[string, (file: (end?: string) => string, dataDir: string) => void]>([
  ['its file is deleted', (file) => rmSync(file())],
  ['its log is deleted', (file) => rmSync(file('-wal'))],
  ['the memory that it shares is deleted', (file) => rmSync(file('-shm'))],
  ['all of its folder is deleted', (_, dataDir) => rmSync(dataDir, { recursive: true })],
  ['its folder is moved away', (_, dataDir) => renameSync(dataDir, `${dataDir}.away`)],
  [
    'another file takes its place',
    (file) => {
      cpSync(file(), file('.copy'));
      renameSync(file('.copy'), file());
    },
  ],
])('a store confirms nothing once %s', async (_, takeAway) => {
  const { opened, file } = await aFilledStore();
  takeAway(file, opened.dataDir);

  await expect(accept(opened, 'after')).rejects.toMatchObject(replaced);
  await expect(opened.store.counts()).rejects.toMatchObject(replaced);
  expect(await opened.store.isWritable()).toBe(false);
});

test('what was being stored when its file was taken away may be stored, or not', async () => {
  const { opened, file } = await aFilledStore();
  const stored = opened.database.transact(async (tables) => {
    await tables.insertInto('marker').values({ name: 'during', value: '', at: 0 }).execute();
    rmSync(file());
  });

  await expect(stored).rejects.toMatchObject({ reason: 'replaced', effect: 'unknown' });
});

test('a store that was moved away and back is used again, and one opened anew goes on', async () => {
  const { opened, file } = await aFilledStore();
  renameSync(file(), file('.away'));
  await expect(accept(opened, 'meanwhile')).rejects.toMatchObject(replaced);
  renameSync(file('.away'), file());
  expect(await accept(opened, 'after')).toHaveProperty('stored');

  rmSync(file());
  await expect(accept(opened, 'lost')).rejects.toMatchObject(replaced);
  await opened.database.close();
  const again = await aStore({ dataDir: opened.dataDir });
  onTestFinished(again.discard);
  expect(await accept(again, 'again')).toHaveProperty('stored');
});
