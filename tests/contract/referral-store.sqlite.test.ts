/**
 * Covers src/platform/sqlite/sqlite-dialect.ts, src/referral/store/confirmation-table.ts,
 * src/referral/store/letter-table.ts, src/referral/store/marker-table.ts, src/referral/store/migrate.ts,
 * src/referral/store/migrations.ts, src/referral/store/outcome-table.ts,
 * src/referral/store/referral-table.ts,
 * src/referral/store/report-table.ts, src/referral/store/sequence-watch.ts, src/referral/store/shredding.ts, src/referral/store/store.ts.
 */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aLetterRow, aReferralRow, aStore, NOON } from '../support/referral/a-store.ts';
import { describeReferralStore } from './referral-store.ts';

describeReferralStore({
  name: 'the store on SQLite',
  start: async () => undefined,
  stop: async () => undefined,
  aPlace: () => ({ dataDir: mkdtempSync(join(tmpdir(), 'store-')) }),
});

const CANARY = 'canary-7f3a91c2';

test('no byte of a shredded letter is left in any file of the database', async () => {
  const { store, dataDir, discard } = await aStore();
  const filler = (length: number) => new TextEncoder().encode(CANARY.padEnd(length, `-${CANARY}`));
  // Within a page, over a page, over many pages.
  for (const [index, length] of [40, 700, 5000, 30_000].entries()) {
    await store.insertReferral(aReferralRow(index), [
      aLetterRow(index, {
        state: 'handed-over',
        handedOverAt: NOON - 1,
        payload: filler(length),
        wrappedKey: filler(48),
      }),
      aLetterRow(`kept-${index}`),
    ]);
  }
  expect(findCanary(dataDir)).not.toEqual([]);

  const letters = [0, 1, 2, 3].map((id) => ({
    id: `letter-${id}`,
    handedOverAt: NOON - 1,
    takenBackAt: null,
  }));
  expect(await store.shredTexts({ letters, now: NOON })).toHaveLength(4);

  expect(findCanary(dataDir)).toEqual([]);
  expect(await store.listLetters('pending')).toHaveLength(4);
  await discard();
});

test('only we can read the files, and the folder they lie in', async () => {
  const { store, dataDir, discard } = await aStore();
  await store.insertReferral(aReferralRow('a'), []);

  const modes = ['', ...readdirSync(dataDir)].map((name) => [
    name,
    (statSync(join(dataDir, name)).mode & 0o777).toString(8),
  ]);
  expect(modes).toEqual([
    ['', '700'],
    ['referrals.sqlite', '600'],
    ['referrals.sqlite-shm', '600'],
    ['referrals.sqlite-wal', '600'],
  ]);
  await discard();
});

function findCanary(folder: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(CANARY));
}
