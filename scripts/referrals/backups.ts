import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefused } from '../../src/platform/database-refused.ts';
import { deleteBackupsBefore, nameBackup } from '../../src/platform/files/dated-backups.ts';
import { openDatabase } from '../../src/platform/open-database.ts';
import { backUpPostgres } from '../../src/platform/postgres/database-backup.ts';
import { backUpSqlite } from '../../src/platform/sqlite/database-backup.ts';
import { beginRestore, type Restoring } from '../../src/platform/sqlite/database-restore.ts';
import { noteBackedUp } from '../../src/referral/operator/backed-up-at.ts';
import { type Decider, markRestored } from '../../src/referral/operator/mark-restored.ts';
import { LONGEST_KEPT_DAYS } from '../../src/referral/operator/operator-command.ts';
import type { OperatorResult } from '../../src/referral/operator/operator-result.ts';
import { IDENTITY } from '../../src/referral/store/identity-watch.ts';
import { createReferralStore } from '../../src/referral/store/store.ts';
import { StoreFault } from '../../src/referral/store/store-fault.ts';
import type { ReferralStore } from '../../src/referral/store/store-port.ts';
import type { Tables } from '../../src/referral/store/store-tables.ts';
import { openReferralTally } from '../../src/wiring/referral-tally.ts';
import { openStoreAsItIs, type Where } from './open-store.ts';

const DAY_MS = 24 * 60 * 60_000;

const usePostgres =
  'Referrals are in PostgreSQL: with every server stopped, put them back with pg_restore into an empty database. ' +
  'Nothing is sent from there until "mark-restored" decided on what may have been sent (docs/run-referrals.md).';

/**
 * While the site runs; to a new file, or to one named by its date in a folder, where older ones of ours are
 * then deleted.
 */
export async function backUpReferrals(
  where: Where,
  to: string,
  at: Date,
  keepDays?: number,
): Promise<OperatorResult> {
  const store = await openStoreAsItIs(where);
  try {
    return await refusing(async () => {
      const isFolder = statSync(to, { throwIfNoEntry: false })?.isDirectory() ?? false;
      if (keepDays !== undefined && !isFolder) throw new DatabaseRefused(`${to} is not a folder.`);
      const kind = where.databaseUrl ? 'dump' : 'sqlite';
      const file = isFolder ? join(to, nameBackup(at, kind)) : to;
      const referrals = await copy(where, store, file, at);
      await noteBackedUp(store, at.getTime());
      const days = keepDays ?? LONGEST_KEPT_DAYS;
      const deleted = isFolder
        ? deleteBackupsBefore(to, new Date(at.getTime() - days * DAY_MS)).length
        : 0;
      return [
        `${file}: ${referrals} referrals, as they were at ${at.toISOString()}.`,
        'Their letters are locked with REFERRAL_KEY, which is not in this file: keep a copy of it elsewhere.',
        isFolder
          ? `Backups there that are older than ${days} days were deleted: ${deleted}.`
          : `Delete this file within ${LONGEST_KEPT_DAYS} days: what is shredded after now is still in it.`,
      ];
    });
  } finally {
    await store.close();
  }
}

async function copy(where: Where, store: ReferralStore, file: string, at: Date): Promise<number> {
  if (!where.databaseUrl) {
    // Whoever puts it back by other means than ours has no database that these rows were written in.
    const markers = { [IDENTITY]: 'a copy' };
    return (await backUpSqlite(where.dataDir, file, { at, markers })).referrals;
  }
  const { accepted } = await store.counts();
  await backUpPostgres(where.databaseUrl, file);
  return accepted;
}

/** With the site stopped. */
export async function restoreReferrals(
  where: Where,
  file: string,
  { at, operator }: { at: Date; operator: string },
): Promise<OperatorResult> {
  if (where.databaseUrl) return { ok: false, message: usePostgres };
  if (!statSync(where.dataDir, { throwIfNoEntry: false })?.isDirectory()) {
    return {
      ok: false,
      message: `${where.dataDir} is not there. Make it first, for the user that the server runs as, mode 0700.`,
    };
  }
  return refusing(async () => {
    const restoring = beginRestore(where.dataDir, file);
    try {
      const { stored, marked } = await prepare(restoring, { now: at.getTime(), operator });
      const replaced = restoring.putInPlace(at);
      const tally = openReferralTally(where.dataDir);
      const missing = tally.findMissing(stored);
      tally.restart(stored);
      return [
        `${stored.count} referrals are back, as they were at ${restoring.backedUpAt.toISOString()}.`,
        `${missing} that were accepted later are not in this backup. Their teams may have their letters.`,
        ...describeMarked(marked),
        ...(replaced ? [`The database that was here is kept as ${replaced}.`] : []),
      ];
    } catch (error) {
      restoring.discard();
      throw error;
    }
  });
}

export function describeMarked(letters: number): string[] {
  return [
    `${letters} letters were waiting then and may have been sent since: none goes out by itself.`,
    'Look at each (npm run referrals -- list), ask the team, then retry it or leave it.',
  ];
}

async function prepare({ folder, backedUpAt }: Restoring, decider: Decider) {
  const database = await openDatabase<Tables>({
    dataDir: folder,
    databaseUrl: undefined,
    toFault: (reason, effect) => new StoreFault(reason, effect),
  });
  const store = createReferralStore(database);
  try {
    await store.migrate();
    const marked = await markRestored(store, decider);
    // The copy was made before this could be noted in it.
    await noteBackedUp(store, backedUpAt.getTime());
    return { marked, stored: await countStored(store) };
  } finally {
    await store.close();
  }
}

export async function countStored(store: Pick<ReferralStore, 'listReferrals' | 'counts'>) {
  const [last] = await store.listReferrals({ limit: 1 });
  const { accepted } = await store.counts();
  return { count: accepted, sequence: last?.sequence ?? 0 };
}

async function refusing(work: () => Promise<string[]>): Promise<OperatorResult> {
  try {
    return { ok: true, lines: await work() };
  } catch (error) {
    if (error instanceof DatabaseRefused) return { ok: false, message: error.message };
    throw error;
  }
}
