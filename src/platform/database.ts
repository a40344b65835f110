import type { Kysely } from 'kysely';
import type { DatabaseFaultEffect, DatabaseFaultReason } from '../referral/store/store-fault.ts';
import type { Tables } from '../referral/store/store-tables.ts';
import { openPostgres } from './postgres/postgres-database.ts';
import { openSqlite } from './sqlite/sqlite-database.ts';

/**
 * Where referrals are kept. One piece of work at a time on SQLite; on PostgreSQL each has a connection
 * of its own. Rejects with what `toFault` makes of the engine's error, or with what the work threw.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  /**
   * Runs the work in one transaction. Once it resolves, what was written is on the disk. On a full disk
   * it may be run again with room that was kept free (disk-reserve.ts), unless it `leavesReserve`.
   */
  transact<T>(
    work: (tables: Kysely<Tables>) => Promise<T>,
    about?: { leavesReserve?: boolean },
  ): Promise<T>;
  /** Runs a read outside of a transaction. */
  read<T>(work: (tables: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** After shredding: drops copies of the old rows that the engine's log still holds, if it can. */
  truncateLog(): Promise<void>;
  close(): Promise<void>;
}

/** Never given an engine's own message: those quote what was stored. */
export type ToFault = (reason: DatabaseFaultReason, effect: DatabaseFaultEffect) => Error;

export interface DatabaseOptions {
  dataDir: string;
  databaseUrl: string | undefined;
  toFault: ToFault;
}

/**
 * Opens SQLite in `dataDir`, or PostgreSQL where there is an address. Rejects with a DatabaseRefused if
 * it is damaged or does not keep what it confirms.
 */
export async function openDatabase({
  dataDir,
  databaseUrl,
  toFault,
}: DatabaseOptions): Promise<Database> {
  return databaseUrl ? openPostgres(databaseUrl, toFault) : openSqlite(dataDir, toFault);
}
