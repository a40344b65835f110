import { DatabaseRefused } from '../../src/platform/database-refused.ts';
import { openDatabase } from '../../src/platform/open-database.ts';
import { backUpSqlite } from '../../src/platform/sqlite/database-backup.ts';
import { beginRestore } from '../../src/platform/sqlite/database-restore.ts';
import { markRestored } from '../../src/referral/operator/mark-restored.ts';
import type { OperatorResult } from '../../src/referral/operator/operator-result.ts';
import { createReferralStore } from '../../src/referral/store/store.ts';
import { StoreFault } from '../../src/referral/store/store-fault.ts';
import type { ReferralStore } from '../../src/referral/store/store-port.ts';
import type { Tables } from '../../src/referral/store/store-tables.ts';
import { openReferralTally } from '../../src/wiring/referral-tally.ts';
import { openStoreAsItIs, type Where } from './open-store.ts';

const usePostgres =
  'Referrals are in PostgreSQL: copy them with pg_dump --format=custom. With every server stopped, put them ' +
  'back with pg_restore, then run npm run referrals -- mark-restored before a server is started.';

/** While the site runs. */
export async function backUpReferrals(
  where: Where,
  file: string,
  at: Date,
): Promise<OperatorResult> {
  if (where.databaseUrl) return { ok: false, message: usePostgres };
  await (await openStoreAsItIs(where)).close();
  return refusing(async () => {
    const { referrals } = await backUpSqlite(where.dataDir, file, at);
    return [
      `${file}: ${referrals} referrals, as they were at ${at.toISOString()}.`,
      'Their letters are locked with REFERRAL_KEY, which is not in this file: keep a copy of it elsewhere.',
      'Delete this file within 7 days: what is shredded after now is still in it.',
    ];
  });
}

/** With the site stopped. */
export async function restoreReferrals(
  where: Where,
  file: string,
  at: Date,
): Promise<OperatorResult> {
  if (where.databaseUrl) return { ok: false, message: usePostgres };
  return refusing(async () => {
    const restoring = beginRestore(where.dataDir, file);
    try {
      const { stored, marked } = await prepare(restoring.folder);
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

/** For a database that was put back by other means. */
export async function markReferralsRestored(store: ReferralStore): Promise<OperatorResult> {
  return { ok: true, lines: describeMarked(await markRestored(store)) };
}

function describeMarked(letters: number): string[] {
  return [
    `${letters} letters were waiting then and may have been sent since: none goes out by itself.`,
    'Look at each (npm run referrals -- list), ask the team, then retry it or leave it.',
  ];
}

async function prepare(folder: string) {
  const database = await openDatabase<Tables>({
    dataDir: folder,
    databaseUrl: undefined,
    toFault: (reason, effect) => new StoreFault(reason, effect),
  });
  const store = createReferralStore(database);
  try {
    await store.migrate();
    const marked = await markRestored(store);
    const [last] = await store.listReferrals({ limit: 1 });
    const { accepted } = await store.counts();
    return { marked, stored: { count: accepted, sequence: last?.sequence ?? 0 } };
  } finally {
    await store.close();
  }
}

async function refusing(work: () => Promise<string[]>): Promise<OperatorResult> {
  try {
    return { ok: true, lines: await work() };
  } catch (error) {
    if (error instanceof DatabaseRefused) return { ok: false, message: error.message };
    throw error;
  }
}
