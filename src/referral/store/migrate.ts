import { type Kysely, sql } from 'kysely';
import { columnTypes, type Migration, migrations } from './migrations.ts';
import type { ReferralDatabase } from './store-tables.ts';

// Any number that no other program takes as a lock in this database.
const LOCK = 20_261_122;

/** How the tables are that the database has: none of ours, those of an earlier version, or these; newer ones count as these. */
export async function readTables(
  database: ReferralDatabase,
  wanted: readonly Migration[] = migrations,
): Promise<'none' | 'older' | 'current'> {
  return database.read(async (tables) => {
    const { rows } = await (database.engine === 'postgres'
      ? sql<{ found: number }>`select 1 as found where to_regclass('migration') is not null`
      : sql<{ found: number }>`select 1 as found from sqlite_master where name = 'migration'`
    ).execute(tables);
    if (rows.length === 0) return 'none';
    const bare = tables as unknown as Kysely<{ migration: { name: string } }>;
    const done = new Set(
      (await bare.selectFrom('migration').select('name').execute()).map(({ name }) => name),
    );
    return wanted.every(({ name }) => done.has(name)) ? 'current' : 'older';
  });
}

/**
 * All missing migrations in one transaction: all or none. Two servers that start at once take turns,
 * by SQLite's write lock or PostgreSQL's advisory lock. A database newer than this code is left as it is.
 */
export async function migrate(
  database: ReferralDatabase,
  wanted: readonly Migration[] = migrations,
): Promise<void> {
  await database.transact(async (tables) => {
    if (database.engine === 'postgres') {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tables);
    }
    const bare = tables as unknown as Kysely<{ migration: { name: string } }>;
    await bare.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.notNull().primaryKey())
      .execute();
    const rows = await bare.selectFrom('migration').select('name').execute();
    const done = new Set(rows.map(({ name }) => name));
    for (const { name, up } of wanted) {
      if (done.has(name)) continue;
      await up(tables as unknown as Kysely<never>, columnTypes[database.engine]);
      await bare.insertInto('migration').values({ name }).execute();
    }
  });
}
