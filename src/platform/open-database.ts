import type { Database, ToFault } from './database.ts';
import { openPostgres } from './postgres/postgres-database.ts';
import { openSqlite } from './sqlite/sqlite-database.ts';

export interface DatabaseOptions {
  dataDir: string;
  databaseUrl: string | undefined;
  toFault: ToFault;
}

/**
 * Opens SQLite in `dataDir`, or PostgreSQL where there is an address. Rejects with a DatabaseRefused if
 * it is damaged or does not keep what it confirms.
 */
export async function openDatabase<Tables>({
  dataDir,
  databaseUrl,
  toFault,
}: DatabaseOptions): Promise<Database<Tables>> {
  return databaseUrl ? openPostgres(databaseUrl, toFault) : openSqlite(dataDir, toFault);
}
