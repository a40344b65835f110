import type { Expression, Kysely } from 'kysely';

export type DatabaseEngine = 'sqlite' | 'postgres';

/**
 * What is kept for good. One piece of work at a time on SQLite; on PostgreSQL each has a connection
 * of its own. Rejects with what `toFault` makes of the engine's error, or with what the work threw.
 */
export interface Database<Tables> {
  readonly engine: DatabaseEngine;
  /**
   * The moment, in milliseconds since 1970, by the one clock that all who share this database go by: for
   * use in a statement, the same all through it.
   */
  clock(): Expression<number>;
  /**
   * Runs the work in one transaction. Once it resolves, what was written is on the disk. On a full disk
   * it may be run again with room that was kept free (disk-reserve.ts), unless told not to `useReserve`.
   */
  transact<T>(
    work: (tables: Kysely<Tables>) => Promise<T>,
    options?: { useReserve?: boolean },
  ): Promise<T>;
  /**
   * Tells this database from any copy of it, by something that is not in its rows. Not the same any more
   * once the table is made anew by a restore, nor after a move. For use within either kind of work.
   */
  identify(tables: Kysely<Tables>, table: string): Promise<string>;
  /** Runs a read outside of a transaction. */
  read<T>(work: (tables: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** After shredding: drops copies of the old rows that the engine's log still holds, if it can. */
  truncateLog(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `not-stored`: certainly nothing was stored. `unknown`: the commit failed in a way that may have left
 * the rows in place (a failed fsync does).
 */
export type DatabaseFaultEffect = 'not-stored' | 'unknown';
export type DatabaseFaultReason =
  | 'full'
  | 'busy'
  | 'read-only'
  | 'damaged'
  | 'input-output'
  | 'unreachable'
  /** It answers, and takes neither our user nor our password. */
  | 'wrong-password'
  | 'no-such-database'
  /** It is not the one that was opened: deleted, moved, another in its place, or put back to an earlier state. */
  | 'replaced'
  | 'other';

/** Never given an engine's own message: those quote what was stored. */
export type ToFault = (reason: DatabaseFaultReason, effect: DatabaseFaultEffect) => Error;
