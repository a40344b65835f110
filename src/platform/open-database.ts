import type { Database, ToFault } from './database.ts';
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
  if (!databaseUrl) return openSqlite(dataDir, toFault);
  // Its library is for those alone who have such a server.
  const { openPostgres } = await import('./postgres/postgres-database.ts');
  return openPostgres(databaseUrl, toFault);
}
