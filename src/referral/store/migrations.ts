import { type Kysely, sql } from 'kysely';
import type { DatabaseEngine } from '../../platform/database.ts';

export interface Migration {
  name: string;
  up(tables: Kysely<never>, columns: ColumnTypes): Promise<void>;
}

/** Names of types that differ between the engines. */
interface ColumnTypes {
  whole: 'integer' | 'bigint';
  bytes: 'blob' | 'bytea';
  engine: DatabaseEngine;
}

export const columnTypes: Record<DatabaseEngine, ColumnTypes> = {
  sqlite: { whole: 'integer', bytes: 'blob', engine: 'sqlite' },
  postgres: { whole: 'bigint', bytes: 'bytea', engine: 'postgres' },
};

/**
 * Applied in this order, once each, and never changed afterwards. Servers of the version before keep
 * accepting meanwhile and for a while after: only add, and let what they write be valid.
 */
export const migrations: readonly Migration[] = [
  {
    name: '0001 referrals, letters, audit, markers',
    async up({ schema }, { whole, bytes, engine }) {
      // SQLite would otherwise store a text where a number belongs.
      const strict = engine === 'sqlite' ? sql` strict` : sql``;
      const { createTable, createIndex } = {
        createTable: (name: string) => schema.createTable(name).modifyEnd(strict),
        createIndex: (table: string, columns: string[]) =>
          schema
            .createIndex(`${table}_${columns.join('_')}`)
            .on(table)
            .columns(columns)
            .execute(),
      };

      await createTable('referral')
        .addColumn('sequence', whole, (column) =>
          engine === 'sqlite'
            ? column.primaryKey().autoIncrement()
            : column.primaryKey().generatedAlwaysAsIdentity(),
        )
        .addColumn('reference', 'text', (column) => column.notNull().unique())
        .addColumn('formToken', 'text', (column) => column.notNull().unique())
        .addColumn('statusToken', 'text', (column) => column.notNull().unique())
        .addColumn('acknowledgementHash', 'text', (column) => column.notNull().unique())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('practice', 'text', (column) => column.notNull())
        .addColumn('teamAtAccept', 'text', (column) => column.notNull())
        .addColumn('routeVersionAtAccept', 'text', (column) => column.notNull())
        .addColumn('acceptedAt', whole, (column) => column.notNull())
        .addColumn('acknowledgedAt', whole)
        .addColumn('remindedAt', whole)
        .addColumn('escalatedAt', whole)
        .execute();

      await createTable('letter')
        .addColumn('id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('referralSequence', whole, (column) => column.references('referral.sequence'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempts', whole, (column) => column.notNull())
        .addColumn('maybeSentTimes', whole, (column) => column.notNull())
        .addColumn('createdAt', whole, (column) => column.notNull())
        .addColumn('dueAt', whole, (column) => column.notNull())
        .addColumn('leaseUntil', whole)
        .addColumn('leaseOwner', 'text')
        .addColumn('messageId', 'text', (column) => column.notNull())
        .addColumn('datedAt', whole, (column) => column.notNull())
        .addColumn('sentToTeam', 'text')
        .addColumn('routeVersionAtSend', 'text')
        .addColumn('lastOutcome', 'text')
        .addColumn('lastCode', whole)
        .addColumn('handedOverAt', whole)
        .addColumn('payload', bytes)
        .addColumn('wrappedKey', bytes)
        .addColumn('shreddedAt', whole)
        .execute();
      await createIndex('letter', ['state', 'dueAt']);
      await createIndex('letter', ['referralSequence']);
      await createIndex('letter', ['handedOverAt']);

      await createTable('audit')
        .addColumn('id', whole, (column) =>
          engine === 'sqlite'
            ? column.primaryKey().autoIncrement()
            : column.primaryKey().generatedAlwaysAsIdentity(),
        )
        .addColumn('at', whole, (column) => column.notNull())
        .addColumn('reference', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('operator', 'text', (column) => column.notNull())
        .execute();
      await createIndex('audit', ['reference']);

      await createTable('marker')
        .addColumn('name', 'text', (column) => column.notNull().primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('at', whole, (column) => column.notNull())
        .execute();
    },
  },
  {
    name: '0002 links to confirm that moved',
    async up({ schema }, { whole, engine }) {
      await schema
        .createTable('movedLink')
        .modifyEnd(engine === 'sqlite' ? sql` strict` : sql``)
        .addColumn('hash', 'text', (column) => column.notNull().primaryKey())
        .addColumn('referralSequence', whole, (column) =>
          column.notNull().references('referral.sequence'),
        )
        .addColumn('movedAt', whole, (column) => column.notNull())
        .execute();
    },
  },
  {
    name: '0003 outcomes, and who asked',
    async up({ schema }, { whole, engine }) {
      await schema
        .createTable('outcome')
        .modifyEnd(engine === 'sqlite' ? sql` strict` : sql``)
        .addColumn('id', whole, (column) =>
          engine === 'sqlite'
            ? column.primaryKey().autoIncrement()
            : column.primaryKey().generatedAlwaysAsIdentity(),
        )
        .addColumn('referralSequence', whole, (column) =>
          column.notNull().references('referral.sequence'),
        )
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('saidAt', whole, (column) => column.notNull())
        .addColumn('clearedAt', whole)
        .execute();
      await schema
        .createIndex('outcome_referralSequence')
        .on('outcome')
        .column('referralSequence')
        .execute();
      await schema.alterTable('referral').addColumn('askedBy', 'text').execute();
    },
  },
  {
    name: '0004 names of tries, by which letters that come back are found',
    async up({ schema }) {
      await schema.alterTable('letter').addColumn('envelopeId', 'text').execute();
      for (const column of ['envelopeId', 'messageId']) {
        await schema.createIndex(`letter_${column}`).on('letter').column(column).execute();
      }
    },
  },
  {
    name: '0005 confirmations taken back',
    async up({ schema }, { whole }) {
      await schema.alterTable('letter').addColumn('takenBackAt', whole).execute();
    },
  },
  {
    name: '0006 when a try was planned',
    async up({ schema }, { whole }) {
      await schema.alterTable('letter').addColumn('plannedAt', whole).execute();
    },
  },
  {
    name: '0007 reports about listings, suggestions and feedback',
    async up({ schema }, { whole, bytes, engine }) {
      await schema
        .createTable('report')
        .modifyEnd(engine === 'sqlite' ? sql` strict` : sql``)
        .addColumn('id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('reference', 'text', (column) => column.notNull().unique())
        .addColumn('formToken', 'text', (column) => column.notNull().unique())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('listing', 'text')
        .addColumn('facts', 'text', (column) => column.notNull())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('receivedAt', whole, (column) => column.notNull())
        .addColumn('clearedAt', whole)
        .addColumn('payload', bytes)
        .addColumn('wrappedKey', bytes)
        .addColumn('shreddedAt', whole)
        .execute();
      await schema
        .createIndex('report_clearedAt_receivedAt')
        .on('report')
        .columns(['clearedAt', 'receivedAt'])
        .execute();
    },
  },
];
