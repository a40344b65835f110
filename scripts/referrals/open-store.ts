import type { Config } from '../../src/platform/config.ts';
import { DatabaseRefused } from '../../src/platform/database-refused.ts';
import { isDatabaseThere, nameDatabase, openDatabase } from '../../src/platform/open-database.ts';
import { createReferralStore } from '../../src/referral/store/store.ts';
import { StoreFault } from '../../src/referral/store/store-fault.ts';
import type { ReferralStore } from '../../src/referral/store/store-port.ts';
import type { Tables } from '../../src/referral/store/store-tables.ts';

export type Where = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** One line, before anything is said of what is in it. */
export function describeStore(where: Where): string {
  return `Store: ${where.databaseUrl ? 'PostgreSQL, ' : ''}${nameDatabase(where)}`;
}

/**
 * The store as it is: nothing is made and no table is changed. Throws a DatabaseRefused if there is none,
 * or one of an earlier version.
 */
export async function openStoreAsItIs(where: Where): Promise<ReferralStore> {
  if (!isDatabaseThere(where)) throw noStore(where);
  const database = await openDatabase<Tables>({
    dataDir: where.dataDir,
    databaseUrl: where.databaseUrl,
    toFault: (reason, effect) => new StoreFault(reason, effect),
  });
  const store = createReferralStore(database);
  try {
    const tables = await store.readTables();
    if (tables === 'none') throw noStore(where);
    if (tables === 'older') throw isOlder(where);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function noStore(where: Where): DatabaseRefused {
  return new DatabaseRefused(
    `There is no store of referrals at ${nameDatabase(where)}, and this command makes none. ` +
      "On a server, run it with the server's settings: sudo directory-referrals list " +
      '(docs/run-referrals.md). Elsewhere the site makes a store when it first starts.',
  );
}

function isOlder(where: Where): DatabaseRefused {
  return new DatabaseRefused(
    `The store at ${nameDatabase(where)} is of an older version than this command, which does not change it. ` +
      'Start the server of this version: it brings the store up to date.',
  );
}
