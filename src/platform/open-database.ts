import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database, ToFault } from './database.ts';
import { openSqlite } from './sqlite/sqlite-database.ts';
import { sqlitePath } from './sqlite/sqlite-file.ts';

export interface DatabaseOptions {
  dataDir: string;
  databaseUrl: string | undefined;
  toFault: ToFault;
}

type Place = Pick<DatabaseOptions, 'dataDir' | 'databaseUrl'>;

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

/** False: opening would make it. A PostgreSQL database is there, or cannot be opened. */
export function isDatabaseThere({ dataDir, databaseUrl }: Place): boolean {
  return databaseUrl !== undefined || existsSync(sqlitePath(dataDir));
}

/** For people: the path of the file, or host:port/database; never who logs in. */
export function nameDatabase({ dataDir, databaseUrl }: Place): string {
  if (!databaseUrl) return resolve(sqlitePath(dataDir));
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const host = hostname || searchParams.get('host') || 'localhost';
  return `${host}:${port || searchParams.get('port') || 5432}${pathname}`;
}
