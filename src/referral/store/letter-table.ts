import type { Kysely } from 'kysely';
import type { LetterChange, ReferralStore, StoredLetter } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

type LetterMethods = Pick<
  ReferralStore,
  | 'addLetters'
  | 'findLetters'
  | 'findSentLetter'
  | 'claimDueLetters'
  | 'settleLetter'
  | 'changeLetter'
  | 'listLetters'
>;

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
          .values(letters)
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

    claimDueLetters: ({ now, leaseMs, furthestAheadMs, owner, envelopeId = null, limit }) =>
      database.transact(async (tables) => {
        const claimed = await tables
          // Worked out once: as a condition of the update it may be asked again, and claim more.
          .with(
            (due) => due('due').materialized(),
            () => selectDue(database, tables, { now, limit, furthestAheadMs }),
          )
          .updateTable('letter')
          .set((row) => ({
            state: 'sending',
            attempts: row('attempts', '+', 1),
            leaseUntil: now + leaseMs,
            leaseOwner: owner,
            envelopeId,
          }))
          .where('id', 'in', (row) => row.selectFrom('due').select('due.id'))
          .returningAll()
          .execute();
        return claimed.toSorted((a, b) => a.dueAt - b.dueAt);
      }),

    settleLetter: (letter, change) =>
      database.transact(async (tables) => {
        const { numUpdatedRows } = await tables
          .updateTable('letter')
          .set(withLeaseReleased(change))
          .where('id', '=', letter.id)
          .where('state', '=', 'sending')
          .where('leaseOwner', '=', letter.leaseOwner)
          .where('attempts', '=', letter.attempts)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    changeLetter: (id, from, change) =>
      database.transact(async (tables) => {
        if (from.length === 0) return false;
        const { numUpdatedRows } = await tables
          .updateTable('letter')
          .set(withLeaseReleased(change))
          .where('id', '=', id)
          .where('state', 'in', from)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
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

function selectDue(
  { engine }: ReferralDatabase,
  tables: Kysely<Tables>,
  about: { now: number; limit: number; furthestAheadMs: number },
) {
  const { now, limit } = about;
  // What a wrong clock wrote would keep the letter here for as long as that clock was ahead.
  const never = now + about.furthestAheadMs;
  const due = tables
    .selectFrom('letter')
    .select('id')
    .where((row) =>
      row.or([
        row.and([
          row('state', 'in', ['pending', 'maybe-sent']),
          row.or([row('dueAt', '<=', now), row('dueAt', '>', never)]),
        ]),
        row.and([
          row('state', '=', 'sending'),
          row.or([row('leaseUntil', '<=', now), row('leaseUntil', '>', never)]),
        ]),
      ]),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit);
  // SQLite has one writer at a time; PostgreSQL several, which must not wait for each other's letters.
  return engine === 'postgres' ? due.forUpdate().skipLocked() : due;
}

/** A letter that leaves `sending` gives its lease back. */
export function withLeaseReleased(change: LetterChange): LetterChange {
  const leaves = change.state !== undefined && change.state !== 'sending';
  return leaves ? { leaseUntil: null, leaseOwner: null, ...change } : change;
}
