import type { Kysely } from 'kysely';
import type { ReferralStore } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

type OutcomeMethods = Pick<ReferralStore, 'addOutcome' | 'listOutcomes' | 'listAnswerTimes'>;

/** What teams said became of referrals, and how long they took. */
export function createOutcomeTable(database: ReferralDatabase): OutcomeMethods {
  return {
    addOutcome: ({ acknowledgementHash, kind, saidAt, sameSince }) =>
      database.transact(async (tables) => {
        // Changed before anything is read: a letter that comes back meanwhile waits for this, or this for it.
        const referral = await tables
          .updateTable('referral')
          .set((row) => ({
            acknowledgedAt: row.fn.coalesce('acknowledgedAt', row.val(saidAt)),
          }))
          .where('acknowledgementHash', '=', acknowledgementHash)
          .returning('sequence')
          .executeTakeFirst();
        if (!referral) return;
        const newest = await tables
          .selectFrom('outcome')
          .selectAll()
          .where('referralSequence', '=', referral.sequence)
          .where('clearedAt', 'is', null)
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (newest?.kind === kind && newest.saidAt > sameSince) return;
        await tables
          .insertInto('outcome')
          .values({ referralSequence: referral.sequence, kind, saidAt, clearedAt: null })
          .execute();
      }),

    listOutcomes: (referralSequence) =>
      database.read((tables) =>
        tables
          .selectFrom('outcome')
          .selectAll()
          .where('referralSequence', '=', referralSequence)
          .orderBy('id')
          .execute(),
      ),

    listAnswerTimes: ({ acceptedFrom }) =>
      database.read((tables) =>
        tables
          .selectFrom('referral')
          .innerJoin('letter', 'letter.referralSequence', 'referral.sequence')
          .select((row) => [
            'acceptedAt',
            'acknowledgedAt',
            'letter.handedOverAt as handedOverAt',
            row.fn.coalesce('sentToTeam', 'teamAtAccept').as('team'),
            row
              .selectFrom('outcome')
              .select((inner) => inner.fn.min('saidAt').as('first'))
              .whereRef('outcome.referralSequence', '=', 'referral.sequence')
              .where('outcome.kind', '=', 'spoken')
              .where('clearedAt', 'is', null)
              .as('spokenAt'),
          ])
          .where('letter.kind', '=', 'referral')
          .where('letter.state', '<>', 'withdrawn')
          .where('acceptedAt', '>=', acceptedFrom)
          .orderBy('sequence')
          .execute(),
      ),
  };
}

/** What was said of a referral before it was opened again counts no more. */
export async function clearOutcomes(
  tables: Kysely<Tables>,
  referralSequence: number,
  now: number,
): Promise<void> {
  await tables
    .updateTable('outcome')
    .set({ clearedAt: now })
    .where('referralSequence', '=', referralSequence)
    .where('clearedAt', 'is', null)
    .execute();
}
