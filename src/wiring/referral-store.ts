/**
 * Opens the store of referrals, with what must be true before it is used. For pages and the worker
 * alike: each thread has a connection of its own.
 */
import { now } from '../platform/clock.ts';
import { once } from '../platform/once.ts';
import { openDatabase } from '../platform/open-database.ts';
import { createReferralStore } from '../referral/store/store.ts';
import { StoreFault } from '../referral/store/store-fault.ts';
import type { ReferralStore } from '../referral/store/store-port.ts';
import type { Tables } from '../referral/store/store-tables.ts';
import { config, log } from './environment.ts';
import { isKeyInForce, takeKeyIntoUse } from './key-in-force.ts';
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
    await takeKeyIntoUse(store, config, now().getTime());
    await noticeRestore(store);
    await noticeMissingRows(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
});

/** Whether texts are locked with this process's key, and not with one that others were given since. */
export const isOwnKeyInForce = async () => isKeyInForce(await openStore(), config);

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
