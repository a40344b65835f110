import { type Kysely, sql } from 'kysely';
import { isCopy } from './identity-watch.ts';
import type { LetterChange, NewLetter, ReferralStore, StoredLetter } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

type LetterMethods = Pick<
  ReferralStore,
  | 'addLetters'
  | 'findLetters'
  | 'findSentLetter'
  | 'claimDueLetters'
  | 'renewLease'
  | 'settleLetter'
  | 'changeLetter'
  | 'listLetters'
  | 'listWrappedKeys'
>;

// The clock of another PostgreSQL server that takes over may be this far behind. A letter whose try was
// planned further ahead than that was planned by a wrong clock.
const CLOCK_STEP_MS = 60_000;

/** All columns of a letter but those that hold its text. */
export const withoutText = [
  'id',
  'referralSequence',
  'kind',
  'state',
  'attempts',
  'maybeSentTimes',
  'createdAt',
  'dueAt',
  'plannedAt',
  'leaseUntil',
  'leaseOwner',
  'messageId',
  'envelopeId',
  'datedAt',
  'sentToTeam',
  'routeVersionAtSend',
  'lastOutcome',
  'lastCode',
  'handedOverAt',
  'takenBackAt',
  'shreddedAt',
] as const;

export function createLetterTable(database: ReferralDatabase): LetterMethods {
  return {
    addLetters: (letters) =>
      database.transact(async (tables) => {
        if (letters.length === 0) return;
        await tables
          .insertInto('letter')
          .values(letters.map((letter) => toNewColumns(database, letter)))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),

    findLetters: (referralSequence) =>
      database.read((tables) =>
        tables
          .selectFrom('letter')
          .selectAll()
          .where('referralSequence', '=', referralSequence)
          .orderBy('createdAt')
          .orderBy('id')
          .execute(),
      ),

    findSentLetter: (by) =>
      database.read((tables) => {
        const letters = tables.selectFrom('letter').select(withoutText);
        const found =
          'envelopeId' in by
            ? letters.where('envelopeId', '=', by.envelopeId)
            : letters.where('messageId', '=', by.messageId);
        return found.executeTakeFirst();
      }),

    claimDueLetters: (about) =>
      database.transact(async (tables) => {
        if (await isCopy(database, tables)) return [];
        await shortenLeases(database, tables, about.leaseMs);
        return claim(database, tables, about);
      }),

    renewLease: (letter, leaseMs) =>
      database.transact(async (tables) => {
        const { numUpdatedRows } = await leased(tables, letter)
          .set({ leaseUntil: fromNow(database, leaseMs) })
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    settleLetter: (letter, change) =>
      database.transact(async (tables) => {
        const { numUpdatedRows } = await leased(tables, letter)
          .set(toColumns(database, change))
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    changeLetter: (id, from, change) =>
      database.transact(async (tables) => {
        if (from.length === 0) return false;
        const { numUpdatedRows } = await tables
          .updateTable('letter')
          .set(toColumns(database, change))
          .where('id', '=', id)
          .where('state', 'in', from)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    listWrappedKeys: () =>
      database.read(async (tables) => {
        const rows = await tables
          .selectFrom('letter')
          .select(['id', 'wrappedKey'])
          .where('wrappedKey', 'is not', null)
          .unionAll(
            tables
              .selectFrom('report')
              .select(['id', 'wrappedKey'])
              .where('wrappedKey', 'is not', null),
          )
          .execute();
        return rows.flatMap(({ id, wrappedKey }) => (wrappedKey ? [{ id, wrappedKey }] : []));
      }),

    listLetters: (state: StoredLetter['state']) =>
      database.read((tables) =>
        tables
          .selectFrom('letter')
          .select(withoutText)
          .where('state', '=', state)
          .orderBy('createdAt')
          .orderBy('id')
          .execute(),
      ),
  };
}

type Claim = Parameters<ReferralStore['claimDueLetters']>[0];

async function claim(
  database: ReferralDatabase,
  tables: Kysely<Tables>,
  about: Claim,
): Promise<StoredLetter[]> {
  const { leaseMs, owner, envelopeId = null } = about;
  const claimed = await tables
    // Worked out once: as a condition of the update it may be asked again, and claim more.
    .with(
      (due) => due('due').materialized(),
      () => selectDue(database, tables, about),
    )
    .updateTable('letter')
    .set((row) => ({
      state: 'sending',
      attempts: row('attempts', '+', 1),
      leaseUntil: fromNow(database, leaseMs),
      leaseOwner: owner,
      envelopeId,
    }))
    .where('id', 'in', (row) => row.selectFrom('due').select('due.id'))
    .returningAll()
    .execute();
  return claimed.toSorted((a, b) => a.dueAt - b.dueAt);
}

function selectDue(
  database: ReferralDatabase,
  tables: Kysely<Tables>,
  { limit, except = [] }: Claim,
) {
  const due = tables
    .selectFrom('letter')
    .select('id')
    .where((row) =>
      row.or([
        row.and([
          row('state', 'in', ['pending', 'maybe-sent']),
          row.or([
            row('dueAt', '<=', database.clock()),
            row('plannedAt', '>', fromNow(database, CLOCK_STEP_MS)),
          ]),
        ]),
        row.and([row('state', '=', 'sending'), row('leaseUntil', '<=', database.clock())]),
      ]),
    )
    .$if(except.length > 0, (letters) => letters.where('id', 'not in', [...except]))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit);
  // SQLite has one writer at a time; PostgreSQL several, which must not wait for each other's letters.
  return database.engine === 'postgres' ? due.forUpdate().skipLocked() : due;
}

/**
 * Leases that end further ahead than any is given for are of a clock that was wrong. They are not taken
 * away, as their worker may well be at it: it renews them, or they run out.
 */
async function shortenLeases(
  database: ReferralDatabase,
  tables: Kysely<Tables>,
  leaseMs: number,
): Promise<void> {
  await tables
    .updateTable('letter')
    .set({ leaseUntil: fromNow(database, leaseMs) })
    .where('state', '=', 'sending')
    .where('leaseUntil', '>', fromNow(database, leaseMs + CLOCK_STEP_MS))
    .execute();
}

/** The letter, while it is leased to its owner. */
function leased(tables: Kysely<Tables>, letter: StoredLetter) {
  return tables
    .updateTable('letter')
    .where('id', '=', letter.id)
    .where('state', '=', 'sending')
    .where('leaseOwner', '=', letter.leaseOwner)
    .where('attempts', '=', letter.attempts);
}

function fromNow({ clock }: ReferralDatabase, ms: number) {
  return sql<number>`${clock()} + ${sql.lit(Math.round(ms))}`;
}

/** A new letter as it is stored. */
export function toNewColumns({ clock }: ReferralDatabase, letter: NewLetter) {
  return { ...letter, dueAt: letter.dueAt ?? clock(), plannedAt: clock() };
}

/** A change as it is stored. A letter that leaves `sending` gives its lease back. */
export function toColumns(database: ReferralDatabase, { dueInMs, ...change }: LetterChange) {
  const leaves = change.state !== undefined && change.state !== 'sending';
  return {
    ...change,
    ...(leaves ? { leaseUntil: null, leaseOwner: null } : {}),
    ...(dueInMs === undefined
      ? {}
      : { dueAt: fromNow(database, dueInMs), plannedAt: database.clock() }),
  };
}
