/**
 * Covers src/platform/open-database.ts, src/platform/sqlite/sqlite-connection.ts,
 * src/platform/sqlite/sqlite-faults.ts, src/platform/sqlite/sqlite-file.ts,
 * src/platform/sqlite/sqlite-locks.ts.
 */
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  type OpenedStore,
} from '../../../support/referral/a-store.ts';

let dataDir: string;
let file: string;
let open: OpenedStore[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sqlite-'));
  file = join(dataDir, 'referrals.sqlite');
});
afterEach(async () => {
  for (const each of open) await each.discard();
  open = [];
  rmSync(dataDir, { recursive: true, force: true });
});

async function opened(): Promise<OpenedStore> {
  const each = await aStore({ dataDir });
  open.push(each);
  return each;
}

/** A closed database of some pages. */
async function filled(): Promise<void> {
  const { store } = await aStore({ dataDir });
  for (let index = 0; index < 40; index += 1) {
    const payload = new Uint8Array(3000).fill(index);
    await store.insertReferral(aReferralRow(index), [aLetterRow(index, { payload })]);
  }
  await store.close();
}

describe('a database that cannot be relied on is refused, and not changed', () => {
  test.each([
    ['a page overwritten', () => overwrite(4096 * 3, 4096)],
    ['its first bytes overwritten', () => overwrite(0, 64)],
    ['its end cut off', () => truncateSync(file, 4096 * 5)],
    ['something else in its place', () => writeFileSync(file, 'a text of some length'.repeat(99))],
  ])('%s', async (_what, damage) => {
    await filled();
    damage();
    const before = readFileSync(file);

    await expect(aStore({ dataDir })).rejects.toThrow(/is damaged.*restore the last backup/s);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a folder that everybody uses', async () => {
    chmodSync(dataDir, 0o1777);

    await expect(aStore({ dataDir })).rejects.toThrow(/shared with others/);
  });
});

test('a log that was torn by a crash is read as far as it is whole', async () => {
  const { store } = await opened();
  await store.insertReferral(aReferralRow('a'), []);
  await store.insertReferral(aReferralRow('b'), []);
  const crashed = mkdtempSync(join(tmpdir(), 'sqlite-'));
  for (const name of ['referrals.sqlite', 'referrals.sqlite-wal']) {
    copyFileSync(join(dataDir, name), join(crashed, name));
  }
  const log = join(crashed, 'referrals.sqlite-wal');
  truncateSync(log, statSync(log).size - 100);

  const after = await aStore({ dataDir: crashed });
  open.push(after);
  expect(await after.store.findReferral({ formToken: 'form-a' })).toBeDefined();
  expect(await after.store.findReferral({ formToken: 'form-b' })).toBeUndefined();
});

test('files that others could read are closed to them', async () => {
  await filled();
  chmodSync(file, 0o644);
  chmodSync(dataDir, 0o755);

  await opened();
  expect([statSync(file), statSync(dataDir)].map(({ mode }) => mode & 0o777)).toEqual([
    0o600, 0o700,
  ]);
});

test('waits while another process writes, without holding up the thread', async () => {
  await filled();
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  // One that migrates would wait for the lock at once.
  const { store } = await aStore({ dataDir, migrated: true });
  const accepted = store.insertReferral(aReferralRow('late'), []);
  expect((await store.counts()).accepted).toBe(40);
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
    if (turns === 10) other.exec('rollback');
  }, 5);

  expect(await accepted).toHaveProperty('stored');
  clearInterval(ticking);
  expect(turns).toBeGreaterThanOrEqual(10);
  await store.close();
  other.close();
});

test('a database that may grow no more refuses a referral, and takes the next when it may', async () => {
  const { store, database } = await opened();
  const sql = (text: string) =>
    database.read(async (tables) => {
      await tables.executeQuery({ sql: text, parameters: [] } as never);
    });
  await sql('PRAGMA max_page_count = 20');
  const large = () => [aLetterRow('big', { payload: new Uint8Array(200_000) })];

  await expect(store.insertReferral(aReferralRow('a'), large())).rejects.toMatchObject({
    reason: 'full',
    effect: 'not-stored',
  });
  expect((await store.counts()).accepted).toBe(0);
  await sql('PRAGMA max_page_count = 1000000');
  expect(await store.insertReferral(aReferralRow('a'), large())).toHaveProperty('stored');
});

test('several threads may open a new database at once', async () => {
  const program = `
    const { workerData } = require('node:worker_threads');
    (async () => {
      const { openDatabase } = await import(workerData.database);
      const { createReferralStore } = await import(workerData.store);
      const toFault = (reason) => new Error(reason);
      const database = await openDatabase({ dataDir: workerData.dataDir, toFault });
      await createReferralStore(database).migrate();
      await database.close();
    })();`;
  const address = (path: string) => new URL(path, import.meta.url).href;
  const workerData = {
    dataDir,
    database: address('../../../../src/platform/open-database.ts'),
    store: address('../../../../src/referral/store/store.ts'),
  };
  const codes = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const worker = new Worker(program, { eval: true, workerData });
      return new Promise((done, fail) => worker.once('exit', done).once('error', fail));
    }),
  );

  expect(codes).toEqual([0, 0, 0, 0]);
  expect((await (await opened()).store.counts()).accepted).toBe(0);
});

function overwrite(from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}
