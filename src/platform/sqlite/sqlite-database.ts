import { Kysely } from 'kysely';
import type { Database, ToFault } from '../database.ts';
import { DatabaseRefused } from '../database-refused.ts';
import { createDiskReserve } from './disk-reserve.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { invalidatesConnection, isCleanCommitFailure, sqliteReason } from './sqlite-faults.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { createBusyRetry, truncateLog, tryBegin } from './sqlite-locks.ts';

/**
 * SQLite, synchronous, on one connection: work waits in line, since a second piece would otherwise run
 * inside the transaction of the first.
 */
export async function openSqlite<Tables>(
  dataDir: string,
  toFault: ToFault,
): Promise<Database<Tables>> {
  let file = openSqliteFile(dataDir);
  let needsReopen = false;
  let full = false;
  const reserve = createDiskReserve(dataDir);
  const enqueue = createQueue();
  const enqueueWriter = createQueue();
  const tables = new Kysely<Tables>({ dialect: createSqliteDialect(() => file) });

  /** An engine's error as what callers should see; notes whether the connection can still be trusted. */
  function explain(error: unknown): unknown {
    const reason = sqliteReason(error);
    if (reason === undefined) return error;
    needsReopen ||= invalidatesConnection(reason);
    full = reason === 'full';
    return toFault(reason, 'not-stored');
  }

  /**
   * Opens the file anew after a fault that left it in doubt, and forgets what the old connection failed
   * to commit: docs/decisions/0006. If that fails, the old one can still be read.
   */
  async function reopenIfNeeded(): Promise<void> {
    if (!needsReopen) return;
    try {
      const fresh = openSqliteFile(dataDir);
      try {
        await truncateLog(fresh);
      } catch (error) {
        fresh.close();
        throw error;
      }
      file.close();
      file = fresh;
      needsReopen = false;
    } catch (error) {
      throw error instanceof DatabaseRefused ? toFault('damaged', 'not-stored') : explain(error);
    }
  }

  function rollBack(): void {
    try {
      // Some errors have rolled back by themselves.
      if (file.isTransaction) file.exec('rollback');
    } catch {
      needsReopen = true;
    }
  }

  function commit(): void {
    try {
      file.exec('commit');
    } catch (error) {
      rollBack();
      if (isCleanCommitFailure(error) && !needsReopen) throw explain(error);
      needsReopen = true;
      throw toFault(sqliteReason(error) ?? 'other', 'unknown');
    }
  }

  /** `undefined`: another thread or process writes. */
  async function writeNow<T>(
    work: (tables: Kysely<Tables>) => Promise<T>,
  ): Promise<{ result: T } | undefined> {
    await reopenIfNeeded();
    let result: T;
    try {
      if (!tryBegin(file)) return undefined;
      result = await work(tables);
    } catch (error) {
      rollBack();
      throw explain(error);
    }
    commit();
    return { result };
  }

  /** Nothing of the work that met a full disk is stored, so it can be done again. */
  async function writeOnReserve<T>(work: (tables: Kysely<Tables>) => Promise<T>) {
    full = false;
    try {
      return await writeNow(work);
    } catch (fault) {
      if (!full || !reserve.release()) throw fault;
      return writeNow(work);
    }
  }

  function writeSparingly<T>(work: (tables: Kysely<Tables>) => Promise<T>) {
    if (reserve.isInUse()) throw toFault('full', 'not-stored');
    return writeNow(work);
  }

  return {
    engine: 'sqlite',
    transact(work, { leavesReserve = false } = {}) {
      const write = leavesReserve ? writeSparingly : writeOnReserve;
      const retry = createBusyRetry();
      // Who came first writes first; reading does not wait for those who wait for another process.
      return enqueueWriter(async () => {
        for (;;) {
          const done = await enqueue(async () => write(work));
          if (done) return done.result;
          if (!(await retry())) throw toFault('busy', 'not-stored');
        }
      });
    },
    read: (work) =>
      enqueue(async () => {
        await reopenIfNeeded().catch(() => undefined);
        try {
          return await work(tables);
        } catch (error) {
          throw explain(error);
        }
      }),
    truncateLog: () =>
      enqueue(async () => {
        await reopenIfNeeded();
        try {
          await truncateLog(file);
        } catch (error) {
          throw explain(error);
        }
      }),
    close: () =>
      enqueue(async () => {
        if (file.isOpen) file.close();
      }),
  };
}

/** One after the other, in the order in which they came. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
