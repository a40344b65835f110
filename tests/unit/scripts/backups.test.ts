/**
 * Covers src/platform/database-refused.ts, src/platform/sqlite/database-backup.ts,
 * src/platform/sqlite/database-restore.ts, src/platform/files/new-file.ts, src/referral/operator/mark-restored.ts,
 * src/referral/operator/backed-up-at.ts, src/wiring/referral-tally.ts.
 */
import {
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
import { backUpReferrals, restoreReferrals } from '../../../scripts/referrals/backups.ts';
import { findBackedUpAt } from '../../../src/referral/operator/backed-up-at.ts';
import { openReferralTally } from '../../../src/wiring/referral-tally.ts';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  NOON,
  type OpenedStore,
} from '../../support/referral/a-store.ts';

const at = new Date(NOON);
const by = { at, operator: 'alex' };
let folder: string;
let file: string;
let opened: OpenedStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  file = join(folder, 'copy.sqlite');
  opened = await aStore({ dataDir: join(folder, 'var') });
});
afterEach(async () => {
  await opened.discard();
  rmSync(folder, { recursive: true });
});

const where = () => ({ dataDir: opened.dataDir, databaseUrl: undefined });

async function accept(name: string | number, letter: Parameters<typeof aLetterRow>[1] = {}) {
  const result = await opened.store.insertReferral(aReferralRow(name), [aLetterRow(name, letter)]);
  if ('stored' in result) openReferralTally(opened.dataDir).add(result.stored.sequence);
}

/** As the site is stopped, and started again afterwards. */
async function whileStopped<T>(work: () => Promise<T>): Promise<T> {
  await opened.database.close();
  const result = await work();
  opened = await aStore({ dataDir: opened.dataDir });
  return result;
}

describe('a backup', () => {
  test('is whole while others write, in one file that only we can read', async () => {
    for (let index = 0; index < 50; index += 1) await accept(index);
    const [made] = await Promise.all([
      backUpReferrals(where(), file, at),
      ...Array.from({ length: 30 }, (_, index) => accept(`later-${index}`)),
    ]);

    expect(made).toMatchObject({ ok: true });
    const rows = Number(/: (\d+) referrals/.exec(made.ok ? (made.lines[0] ?? '') : '')?.[1]);
    expect(rows).toBeGreaterThanOrEqual(50);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(['copy.sqlite', 'var']);
    await whileStopped(() => restoreReferrals(where(), file, by));
    expect((await opened.store.counts()).accepted).toBe(rows);
    expect((await opened.store.counts()).needsHuman).toBe(rows);
  });

  test('never takes the place of another file', async () => {
    writeFileSync(file, 'precious');

    expect(await backUpReferrals(where(), file, at)).toMatchObject({ ok: false });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(readdirSync(folder).toSorted()).toEqual(['copy.sqlite', 'var']);
  });

  test('does not hold what was shredded before', async () => {
    const payload = new TextEncoder().encode('canary-51d0'.repeat(400));
    await accept('a', { state: 'handed-over', handedOverAt: 1, payload });
    const letters = [{ id: 'letter-a', handedOverAt: 1, takenBackAt: null }];
    expect(await opened.store.shredTexts({ letters, now: NOON })).toEqual(['letter-a']);
    await backUpReferrals(where(), file, at);

    expect(readFileSync(file).includes('canary-51d0')).toBe(false);
  });
});

describe('a restore', () => {
  test('brings referrals back, and sends nothing again that may have been sent', async () => {
    await accept('sent', { state: 'handed-over', handedOverAt: NOON });
    for (const state of ['pending', 'sending', 'maybe-sent'] as const)
      await accept(state, { state });
    await backUpReferrals(where(), file, at);
    await accept('after the backup');

    const restored = await whileStopped(() => restoreReferrals(where(), file, by));

    expect(restored).toMatchObject({ ok: true });
    const said = restored.ok ? restored.lines.join('\n') : '';
    expect(said).toContain('4 referrals are back, as they were at 2026-11-22T12:00:00.000Z');
    expect(said).toContain('1 that were accepted later are not in this backup');
    expect(said).toContain('3 letters were waiting then');
    const due = { leaseMs: 1, owner: 'worker', limit: 99 };
    expect(await opened.store.claimDueLetters(due)).toEqual([]);
    expect(await opened.store.listLetters('needs-human')).toMatchObject(
      Array(3).fill({ lastOutcome: 'restored', maybeSentTimes: 1 }),
    );
    expect(await opened.store.listLetters('handed-over')).toHaveLength(1);
    expect(await opened.store.listAudit('SP-TEST-pending')).toMatchObject([
      { action: 'restored', operator: 'alex', at: NOON },
    ]);
    expect(await opened.store.findReferral({ formToken: 'form-after the backup' })).toBeUndefined();
  });

  test('keeps the database that was there, and counts anew from what is back', async () => {
    await accept('a');
    await backUpReferrals(where(), file, at);
    await accept('b');
    await whileStopped(() => restoreReferrals(where(), file, by));

    const kept = readdirSync(opened.dataDir).filter((name) => name.includes('.before-'));
    expect(kept).toEqual(['referrals.sqlite.before-2026-11-22T12-00-00-000Z']);
    expect(readdirSync(opened.dataDir)).not.toContain('restoring');
    expect(openReferralTally(opened.dataDir).findMissing({ count: 1, sequence: 1 })).toBe(0);
    expect(await opened.store.insertReferral(aReferralRow('c'), [])).toHaveProperty('stored');
  });

  test('of a copy counts that copy as the last, though it cannot hold a note of itself', async () => {
    await accept('a');
    await backUpReferrals(where(), file, at);
    await whileStopped(() =>
      restoreReferrals(where(), file, { at: new Date(NOON + 5000), operator: 'alex' }),
    );

    expect(await findBackedUpAt(opened.store)).toBe(NOON);
  });

  test('is refused while the site runs, and changes nothing', async () => {
    await accept('a');
    await backUpReferrals(where(), file, at);
    await accept('b');

    expect(await restoreReferrals(where(), file, by)).toMatchObject({
      ok: false,
      message: expect.stringContaining('Stop the site first'),
    });
    expect((await opened.store.counts()).accepted).toBe(2);
  });

  test.each([
    ['damaged', () => writeFileSync(file, readFileSync(file).fill(7, 5000, 9000))],
    ['no database', () => writeFileSync(file, 'a text')],
    ['missing', () => rmSync(file)],
  ])('of a file that is %s is refused, and changes nothing', async (_what, spoil) => {
    for (let index = 0; index < 20; index += 1) await accept(index);
    await backUpReferrals(where(), file, at);
    await accept('b');
    spoil();

    const result = await whileStopped(() => restoreReferrals(where(), file, by));
    expect(result).toMatchObject({ ok: false });
    expect((await opened.store.counts()).accepted).toBe(21);
  });

  test('takes the place of a database that is damaged', async () => {
    await accept('a');
    await backUpReferrals(where(), file, at);
    const damaged = join(opened.dataDir, 'referrals.sqlite');

    await whileStopped(async () => {
      writeFileSync(damaged, 'nothing that was a database');
      return restoreReferrals(where(), file, by);
    });
    expect((await opened.store.counts()).accepted).toBe(1);
  });
});

describe('a backup in a folder', () => {
  const DAY_MS = 24 * 60 * 60_000;
  const daysBefore = (days: number) => new Date(NOON - days * DAY_MS);

  test('is named by its date, and those older than it may be are deleted', async () => {
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    for (const days of [9, 8, 6.9, 0]) {
      await backUpReferrals(where(), backups, daysBefore(days));
    }

    expect(readdirSync(backups).toSorted()).toEqual([
      'referrals-2026-11-15T142400Z.sqlite',
      'referrals-2026-11-22T120000Z.sqlite',
    ]);
    expect(await findBackedUpAt(opened.store)).toBe(NOON);
    await backUpReferrals(where(), backups, new Date(NOON + DAY_MS / 2), 1);
    expect(readdirSync(backups)).toHaveLength(2);
  });

  test('is not made, and none is deleted, where there is no such folder', async () => {
    expect(await backUpReferrals(where(), join(folder, 'none'), at, 7)).toMatchObject({
      ok: false,
      message: expect.stringContaining('is not a folder'),
    });
    expect(await findBackedUpAt(opened.store)).toBeUndefined();
  });
});

test('a restore into a folder that is not there makes none', async () => {
  await backUpReferrals(where(), file, at);
  const nowhere = { dataDir: join(folder, 'nowhere'), databaseUrl: undefined };

  expect(await restoreReferrals(nowhere, file, by)).toMatchObject({
    ok: false,
    message: expect.stringContaining('is not there'),
  });
  expect(readdirSync(folder).toSorted()).toEqual(['copy.sqlite', 'var']);
});

test('a restored store sends what is accepted from then on', async () => {
  await opened.store.noteIdentity(NOON);
  await accept('waits');
  await backUpReferrals(where(), file, at);
  await whileStopped(() => restoreReferrals(where(), file, by));
  await opened.store.noteIdentity(NOON + 1);
  await accept('new');

  expect(await opened.store.findRestore()).toBeUndefined();
  const due = { leaseMs: 1, owner: 'worker', limit: 99 };
  expect(await opened.store.claimDueLetters(due)).toMatchObject([{ id: 'letter-new' }]);
});

test('PostgreSQL is not put back by this command, which says how', async () => {
  const postgres = { dataDir: opened.dataDir, databaseUrl: 'postgres://db.example/referrals' };

  expect(await restoreReferrals(postgres, file, by)).toMatchObject({
    ok: false,
    message: expect.stringContaining('pg_restore'),
  });
});
