import { toNewColumns } from './letter-table.ts';
import type { SequenceWatch } from './sequence-watch.ts';
import type { ReferralCounts, ReferralStore } from './store-port.ts';
import type { ReferralDatabase } from './store-tables.ts';

type ReferralMethods = Pick<
  ReferralStore,
  | 'insertReferral'
  | 'findReferral'
  | 'listReferrals'
  | 'changeReferral'
  | 'listHandedOver'
  | 'counts'
>;

type Inserted = Awaited<ReturnType<ReferralStore['insertReferral']>>;

export function createReferralTable(
  database: ReferralDatabase,
  sequences: SequenceWatch,
): ReferralMethods {
  return {
    // Not on the last of the disk: that is for those who were told that we have their referral.
    insertReferral: async (referral, letters) => {
      const look = sequences.begin();
      const result = await database.transact<Inserted>(
        async (tables) => {
          const findExisting = () =>
            tables
              .selectFrom('referral')
              .selectAll()
              .where('formToken', '=', referral.formToken)
              .executeTakeFirst();
          const before = await findExisting();
          if (before) return { existing: before };
          const stored = await tables
            .insertInto('referral')
            .values(referral)
            .onConflict((conflict) => conflict.doNothing())
            .returningAll()
            .executeTakeFirst();
          if (!stored) {
            // Another server accepted the same form meanwhile, or a random value was drawn twice.
            const existing = await findExisting();
            return existing ? { existing } : { taken: true };
          }
          look(stored.sequence);
          const rows = letters.map((letter) =>
            toNewColumns(database, { ...letter, referralSequence: stored.sequence }),
          );
          if (rows.length > 0) await tables.insertInto('letter').values(rows).execute();
          return { stored };
        },
        { useReserve: false },
      );
      if ('stored' in result) sequences.stored(result.stored.sequence);
      return result;
    },

    findReferral: (by) =>
      database.read(async (tables) => {
        const wanted = Object.entries(by).filter(([, value]) => value !== undefined);
        if (wanted.length === 0) throw new Error('A referral is looked for by at least one value');
        return tables
          .selectFrom('referral')
          .selectAll()
          .where((row) => row.and(Object.fromEntries(wanted)))
          .executeTakeFirst();
      }),

    listReferrals: ({ limit }) =>
      database.read((tables) =>
        tables
          .selectFrom('referral')
          .selectAll()
          .orderBy('sequence', 'desc')
          .limit(limit)
          .execute(),
      ),

    changeReferral: (sequence, change) =>
      database.transact(async (tables) => {
        await tables.updateTable('referral').set(change).where('sequence', '=', sequence).execute();
      }),

    listHandedOver: ({ from, until }) =>
      database.read(async (tables) => {
        const rows = await tables
          .selectFrom('letter')
          .innerJoin('referral', 'referral.sequence', 'letter.referralSequence')
          .select(['reference', 'teamAtAccept', 'sentToTeam', 'handedOverAt', 'acknowledgedAt'])
          .where('kind', '=', 'referral')
          .where('state', '=', 'handed-over')
          .where('handedOverAt', '>=', from)
          .where('handedOverAt', '<', until)
          .orderBy('handedOverAt')
          .execute();
        return rows.map(
          ({ reference, teamAtAccept, sentToTeam, handedOverAt, acknowledgedAt }) => ({
            reference,
            team: sentToTeam ?? teamAtAccept,
            teamAtAccept,
            handedOverAt: Number(handedOverAt),
            acknowledgedAt,
          }),
        );
      }),

    counts: () => database.read(countReferrals),
  };
}

type Reading = Parameters<Parameters<ReferralDatabase['read']>[0]>[0];

async function countReferrals(tables: Reading): Promise<ReferralCounts> {
  const { countAll, min } = tables.fn;
  const accepted = await tables
    .selectFrom('referral')
    .select(countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  const states = await tables
    .selectFrom('letter')
    .innerJoin('referral', 'referral.sequence', 'letter.referralSequence')
    .select(['state', countAll<number>().as('rows'), min('acceptedAt').as('oldest')])
    .where('kind', '=', 'referral')
    .groupBy('state')
    .execute();
  const rowsOf = (wanted: string) => states.find(({ state }) => state === wanted)?.rows ?? 0;
  const waiting = states.filter(({ state }) => state !== 'handed-over' && state !== 'withdrawn');
  return {
    accepted: accepted.rows,
    pending: rowsOf('pending'),
    sending: rowsOf('sending'),
    maybeSent: rowsOf('maybe-sent'),
    handedOver: rowsOf('handed-over'),
    needsHuman: rowsOf('needs-human'),
    withdrawn: rowsOf('withdrawn'),
    ...(await countUnconfirmed(tables)),
    oldestWaitingSince:
      waiting.length > 0 ? Math.min(...waiting.map(({ oldest }) => oldest)) : undefined,
  };
}

async function countUnconfirmed(
  tables: Reading,
): Promise<Pick<ReferralCounts, 'unconfirmed' | 'neverConfirmed'>> {
  const { countAll, count } = tables.fn;
  const { handedOver, shredded } = await tables
    .selectFrom('letter')
    .innerJoin('referral', 'referral.sequence', 'letter.referralSequence')
    .select([countAll<number>().as('handedOver'), count<number>('shreddedAt').as('shredded')])
    .where('kind', '=', 'referral')
    .where('state', '=', 'handed-over')
    .where('acknowledgedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { unconfirmed: handedOver - shredded, neverConfirmed: shredded };
}
