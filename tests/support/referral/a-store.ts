import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../../src/platform/open-database.ts';
import { createReferralStore } from '../../../src/referral/store/store.ts';
import { StoreFault } from '../../../src/referral/store/store-fault.ts';
import type {
  NewLetter,
  NewReferral,
  ReferralStore,
} from '../../../src/referral/store/store-port.ts';
import type { ReferralDatabase, Tables } from '../../../src/referral/store/store-tables.ts';

export const MINUTE_MS = 60_000;
/** 12:00 on Sunday 22 November 2026. */
export const NOON = Date.UTC(2026, 10, 22, 12);

/** Stands still until it is told to move. */
export interface StoreClock {
  now: number;
}

export interface OpenedStore {
  store: ReferralStore;
  database: ReferralDatabase;
  dataDir: string;
  /** The one it goes by, if it was given one. */
  clock: StoreClock | undefined;
  /** Closes the store and deletes its files. */
  discard: () => Promise<void>;
}

/** A store with its tables, on SQLite in a folder of its own or on the PostgreSQL at `databaseUrl`. */
export async function aStore({
  dataDir = mkdtempSync(join(tmpdir(), 'store-')),
  databaseUrl,
  migrated = false,
  clock,
}: {
  dataDir?: string;
  databaseUrl?: string;
  /** It has its tables, and none must be asked for. */
  migrated?: boolean;
  /** Instead of the machine's or the database server's own. */
  clock?: StoreClock | undefined;
} = {}): Promise<OpenedStore> {
  const toFault = (...told: ConstructorParameters<typeof StoreFault>) => new StoreFault(...told);
  const database = await openDatabase<Tables>({ dataDir, databaseUrl, toFault });
  const store = createReferralStore(
    clock ? { ...database, clock: () => sql<number>`${sql.lit(clock.now)}` } : database,
  );
  if (!migrated) await store.migrate();
  return {
    store,
    database,
    dataDir,
    clock,
    discard: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A referral, its random values made of `name`. */
export function aReferralRow(
  name: string | number,
  fields: Partial<NewReferral> = {},
): NewReferral {
  return {
    reference: `SP-TEST-${name}`,
    formToken: `form-${name}`,
    statusToken: `status-${name}`,
    acknowledgementHash: `hash-${name}`,
    locale: 'en',
    practice: 'F84012',
    teamAtAccept: 'team-one',
    routeVersionAtAccept: 'test-1',
    acceptedAt: NOON,
    acknowledgedAt: null,
    remindedAt: null,
    escalatedAt: null,
    ...fields,
  };
}

/** A letter of kind 'referral' that is due at once. */
export function aLetterRow(id: string | number, fields: Partial<NewLetter> = {}): NewLetter {
  return {
    id: `letter-${id}`,
    referralSequence: null,
    kind: 'referral',
    state: 'pending',
    attempts: 0,
    maybeSentTimes: 0,
    createdAt: NOON,
    dueAt: NOON,
    leaseUntil: null,
    leaseOwner: null,
    messageId: `<${id}@directory.example>`,
    datedAt: NOON,
    sentToTeam: null,
    routeVersionAtSend: null,
    lastOutcome: null,
    lastCode: null,
    handedOverAt: null,
    payload: new TextEncoder().encode(`text of ${id}`),
    wrappedKey: new TextEncoder().encode(`key of ${id}`),
    shreddedAt: null,
    ...fields,
  };
}
