import type { Kysely } from 'kysely';
import { toNewColumns } from './letter-table.ts';
import type { NewReport, ReportStore } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

/** Of the letter that tells editors of a report. */
export function reportLetterId({ id }: Pick<NewReport, 'id'>): string {
  return `${LETTER}${id}`;
}

const LETTER = 'report-';

const withoutText = [
  'id',
  'reference',
  'formToken',
  'kind',
  'listing',
  'facts',
  'locale',
  'receivedAt',
  'clearedAt',
  'shreddedAt',
] as const;

/** What visitors told the editors. */
export function createReportTable(database: ReferralDatabase): ReportStore {
  return {
    ...createReading(database),

    // Not on the last of the disk: that is for referrals that were accepted.
    insertReport: (report, letters) =>
      database.transact(
        async (tables) => {
          const before = await findByForm(tables, report.formToken);
          if (before) return { existing: before };
          const stored = await tables
            .insertInto('report')
            .values(report)
            .onConflict((conflict) => conflict.doNothing())
            .returningAll()
            .executeTakeFirst();
          if (!stored) {
            // Another server stored the same form meanwhile, or a random value was drawn twice.
            const existing = await findByForm(tables, report.formToken);
            return existing ? { existing } : { taken: true };
          }
          const rows = letters.map((letter) => toNewColumns(database, letter));
          if (rows.length > 0) await tables.insertInto('letter').values(rows).execute();
          return { stored };
        },
        { useReserve: false },
      ),

    clearReport: ({ reference, at, audit }) =>
      database.transact(async (tables) => {
        const { numUpdatedRows } = await tables
          .updateTable('report')
          .set({ clearedAt: at })
          .where('reference', '=', reference)
          .where('clearedAt', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tables
          .insertInto('audit')
          .values({ ...audit, at, reference })
          .execute();
        return true;
      }),

    shredReports: async (about) => {
      const shredded = await database.transact((tables) => shredDue(tables, about));
      if (shredded > 0) await database.truncateLog();
      return shredded;
    },
  };
}

function createReading(
  database: ReferralDatabase,
): Pick<ReportStore, 'findReport' | 'listReports' | 'listReportedFacts' | 'countReports'> {
  return {
    findReport: (by) =>
      database.read((tables) =>
        tables
          .selectFrom('report')
          .selectAll()
          .where((row) => row.and(by))
          .executeTakeFirst(),
      ),

    listReports: ({ open, limit }) =>
      database.read((tables) =>
        tables
          .selectFrom('report')
          .select(withoutText)
          .$if(open, (reports) => reports.where('clearedAt', 'is', null))
          .orderBy('receivedAt', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute(),
      ),

    listReportedFacts: ({ limit }) =>
      database.read(async (tables) => {
        const rows = await tables
          .selectFrom('report')
          .select(['listing', 'facts', 'receivedAt'])
          .where('clearedAt', 'is', null)
          .where('kind', '=', 'listing')
          .orderBy('receivedAt', 'desc')
          .limit(limit)
          .execute();
        return rows.flatMap(({ listing, ...rest }) => (listing ? [{ listing, ...rest }] : []));
      }),

    countReports: () =>
      database.read((tables) =>
        tables
          .selectFrom('report')
          .select(({ fn }) => [
            'kind',
            fn.countAll<number>().as('received'),
            fn.countAll<number>().filterWhere('clearedAt', 'is', null).as('open'),
          ])
          .groupBy('kind')
          .orderBy('kind')
          .execute(),
      ),
  };
}

function findByForm(tables: Kysely<Tables>, formToken: string) {
  return tables
    .selectFrom('report')
    .selectAll()
    .where('formToken', '=', formToken)
    .executeTakeFirst();
}

async function shredDue(
  tables: Kysely<Tables>,
  { clearedBefore, receivedBefore, now, limit }: Parameters<ReportStore['shredReports']>[0],
): Promise<number> {
  const due = await tables
    .selectFrom('report')
    .select('id')
    .where('shreddedAt', 'is', null)
    .where((row) =>
      row.or([row('clearedAt', '<', clearedBefore), row('receivedAt', '<', receivedBefore)]),
    )
    .orderBy('receivedAt')
    .limit(limit)
    .execute();
  if (due.length === 0) return 0;
  const destroyed = { payload: null, wrappedKey: null, shreddedAt: now };
  const ids = due.map(({ id }) => id);
  const letters = tables
    .updateTable('letter')
    .set(destroyed)
    .where(
      'id',
      'in',
      ids.map((id) => reportLetterId({ id })),
    )
    .where('shreddedAt', 'is', null);
  await letters.where('state', '=', 'handed-over').execute();
  // Without a text there is nothing left to send.
  await letters
    .set({ state: 'withdrawn' })
    .where('state', 'not in', ['handed-over', 'sending'])
    .execute();
  await tables.updateTable('report').set(destroyed).where('id', 'in', ids).execute();
  return due.length;
}
