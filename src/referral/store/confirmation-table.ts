import type { Kysely } from 'kysely';
import { toColumns, withoutText } from './letter-table.ts';
import { clearOutcomes } from './outcome-table.ts';
import type { HandedOverReferral, ReferralStore } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

type ConfirmationMethods = Pick<
  ReferralStore,
  | 'acknowledge'
  | 'takeBackAcknowledgement'
  | 'changeTogether'
  | 'findMovedLink'
  | 'listHandedOverTexts'
>;

/** What concerns a referral and its letter at once: who has it, and by which link they say so. */
export function createConfirmationTable(database: ReferralDatabase): ConfirmationMethods {
  return {
    // By the link itself: one that was replaced a moment ago must not confirm what another team got.
    acknowledge: (acknowledgementHash, at) =>
      database.transact(async (tables) => {
        await tables
          .updateTable('referral')
          .set({ acknowledgedAt: at })
          .where('acknowledgementHash', '=', acknowledgementHash)
          .where('acknowledgedAt', 'is', null)
          .execute();
      }),

    takeBackAcknowledgement: (about) =>
      database.transact((tables) => takeBackAcknowledgement(tables, about)),

    changeTogether: ({ letter, referral: { sequence, change }, audit, now }) =>
      database.transact(async (tables) => {
        const inState = tables
          .updateTable('letter')
          .set(toColumns(database, letter.change))
          .where('id', '=', letter.id)
          .where('state', 'in', letter.from);
        const { numUpdatedRows } = await (letter.handedOverAt === undefined
          ? inState
          : inState.where('handedOverAt', '=', letter.handedOverAt)
        ).executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        if (audit) await tables.insertInto('audit').values(audit).execute();
        if (change.acknowledgementHash !== undefined) {
          await tables
            .insertInto('movedLink')
            .columns(['hash', 'referralSequence', 'movedAt'])
            .expression((row) =>
              row
                .selectFrom('referral')
                .select((column) => [
                  'acknowledgementHash',
                  'sequence',
                  column.val(now).as('movedAt'),
                ])
                .where('sequence', '=', sequence),
            )
            .execute();
        }
        await tables.updateTable('referral').set(change).where('sequence', '=', sequence).execute();
        if (change.acknowledgedAt === null) await clearOutcomes(tables, sequence, now);
        return true;
      }),

    findMovedLink: (hash) =>
      database.read(async (tables) => {
        const moved = await tables
          .selectFrom('movedLink')
          .selectAll()
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (!moved) return undefined;
        const referral = await tables
          .selectFrom('referral')
          .selectAll()
          .where('sequence', '=', moved.referralSequence)
          .executeTakeFirstOrThrow();
        return { referral, movedAt: moved.movedAt };
      }),

    listHandedOverTexts: () =>
      database.read(async (tables) => {
        const letters = tables
          .selectFrom('letter')
          .where('kind', '=', 'referral')
          .where('state', '=', 'handed-over')
          .where('shreddedAt', 'is', null);
        const rows = await letters
          .select(withoutText)
          .orderBy('handedOverAt')
          .orderBy('id')
          .execute();
        const referrals = await tables
          .selectFrom('referral')
          .selectAll()
          .where(
            'sequence',
            'in',
            letters.select((row) => row.ref('referralSequence').$notNull().as('sequence')),
          )
          .execute();
        const bySequence = new Map(referrals.map((referral) => [referral.sequence, referral]));
        return rows.flatMap(({ handedOverAt, ...letter }): HandedOverReferral[] => {
          const referral = bySequence.get(letter.referralSequence ?? -1);
          // Of a state that nothing writes: without its moment it cannot be judged, so it is kept.
          if (!referral || handedOverAt === null) return [];
          return [{ referral, letter: { ...letter, handedOverAt } }];
        });
      }),
  };
}

async function takeBackAcknowledgement(
  tables: Kysely<Tables>,
  { acknowledgementHash, at, audit }: Parameters<ReferralStore['takeBackAcknowledgement']>[0],
): Promise<boolean> {
  const referral = await tables
    .selectFrom('referral')
    .select(['sequence', 'reference'])
    .where('acknowledgementHash', '=', acknowledgementHash)
    .where('acknowledgedAt', 'is not', null)
    .executeTakeFirst();
  if (!referral) return false;
  // The letter first: its text may be on the point of being destroyed, and one of the two waits.
  const { numUpdatedRows } = await tables
    .updateTable('letter')
    .set({ takenBackAt: at })
    .where('referralSequence', '=', referral.sequence)
    .where('kind', '=', 'referral')
    .where('state', '=', 'handed-over')
    .where('shreddedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tables
    .updateTable('referral')
    .set({ acknowledgedAt: null, remindedAt: null, escalatedAt: null })
    .where('sequence', '=', referral.sequence)
    .where('acknowledgementHash', '=', acknowledgementHash)
    .execute();
  await clearOutcomes(tables, referral.sequence, at);
  await tables
    .insertInto('audit')
    .values({ ...audit, at, reference: referral.reference })
    .execute();
  return true;
}
