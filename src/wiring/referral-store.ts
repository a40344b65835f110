/**
 * Opens the store of referrals, with what must be true before it is used. For pages and the worker
 * alike: each thread has a connection of its own.
 */
import { now } from '../platform/clock.ts';
import { DatabaseRefused } from '../platform/database-refused.ts';
import { once } from '../platform/once.ts';
import { openDatabase } from '../platform/open-database.ts';
import { checkValueOf } from '../platform/secrets/derived-key.ts';
import { createReferralStore } from '../referral/store/store.ts';
import { StoreFault } from '../referral/store/store-fault.ts';
import type { ReferralStore } from '../referral/store/store-port.ts';
import type { Tables } from '../referral/store/store-tables.ts';
import { config, log } from './environment.ts';
import { loadReferralKey } from './referral-key.ts';
import { openReferralTally } from './referral-tally.ts';

const tally = openReferralTally(config.dataDir);
let missing = 0;

/** Notes that one more was accepted; never throws. */
export const noteAccepted = tally.add;

/** How many accepted referrals were no longer in the database when it was opened. */
export const rowsMissing = () => missing;

/**
 * The store of referrals, opened on first use: never by a build. Rejects with a DatabaseRefused,
 * a ConfigurationError or a StoreFault, and is tried again at the next use.
 */
export const openStore = once(async (): Promise<ReferralStore> => {
  const database = await openDatabase<Tables>({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    toFault: (reason, effect) => new StoreFault(reason, effect),
  });
  const store = createReferralStore(database);
  try {
    await store.migrate();
    await requireSameKey(store);
    await noticeRestore(store);
    await noticeMissingRows(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
});

// With another key nothing that waits could be opened, and letters would be locked by two.
async function requireSameKey(store: ReferralStore): Promise<void> {
  const value = checkValueOf(loadReferralKey(config));
  if ((await store.setMarkerIfAbsent('referral-key', value, now().getTime())) === value) return;
  throw new DatabaseRefused(
    'REFERRAL_KEY is not the key that the stored referrals are locked with. Put back the one that was used.',
  );
}

async function noticeRestore(store: ReferralStore): Promise<void> {
  await store.noteIdentity(now().getTime());
  if (await store.findRestore()) log.error('referral.restored-undecided');
}

async function noticeMissingRows(store: ReferralStore): Promise<void> {
  const [last] = await store.listReferrals({ limit: 1 });
  const { accepted } = await store.counts();
  missing = tally.findMissing({ count: accepted, sequence: last?.sequence ?? 0 });
  if (missing > 0) log.error('referral.rows-missing', { rows: missing });
}
