import { Kysely } from 'kysely';
import type { StoreFaultReason } from '../referral/store-fault.ts';
import type { Tables } from '../referral/store-tables.ts';
import type { Database, ToFault } from './database.ts';
import { DatabaseRefused } from './database-refused.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { isCleanCommitFailure, makesSuspect, sqliteCode, sqliteReason } from './sqlite-faults.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { beginWriting, emptyLog } from './sqlite-turns.ts';

/**
 * SQLite, synchronous, on one connection: work waits in line, since a second piece would otherwise run
 * inside the transaction of the first.
 */
export async function openSqlite(dataDir: string, toFault: ToFault): Promise<Database> {
  let file = openSqliteFile(dataDir);
  let suspect = false;
  let last: Promise<unknown> = Promise.resolve();
  const tables = new Kysely<Tables>({ dialect: createSqliteDialect(() => file) });

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  /** Any error as what callers should see; notes whether the connection can still be trusted. */
  function explain(error: unknown): Error | unknown {
    const code = sqliteCode(error);
    if (code === undefined) return error;
    return notStored(sqliteReason(code));
  }

  function notStored(reason: StoreFaultReason): Error {
    suspect ||= makesSuspect(reason);
    return toFault(reason, 'not-stored');
  }

  /** Opens the file anew after a fault that left it in doubt: docs/decisions/0006. */
  async function ensureTrusted(): Promise<void> {
    if (!suspect) return;
    try {
      if (file.isOpen) file.close();
      file = openSqliteFile(dataDir);
      await emptyLog(file);
      suspect = false;
    } catch (error) {
      throw error instanceof DatabaseRefused ? notStored('damaged') : explain(error);
    }
  }

  function rollBack(): void {
    try {
      // Some errors have rolled back by themselves.
      if (file.isTransaction) file.exec('rollback');
    } catch {
      suspect = true;
    }
  }

  function commit(): void {
    try {
      file.exec('commit');
    } catch (error) {
      rollBack();
      const code = sqliteCode(error);
      if (code === undefined) throw error;
      if (isCleanCommitFailure(code) && !suspect) throw notStored(sqliteReason(code));
      suspect = true;
      throw toFault(sqliteReason(code), 'unknown');
    }
  }

  return {
    engine: 'sqlite',
    transact: (work) =>
      inTurn(async () => {
        await ensureTrusted();
        let result: Awaited<ReturnType<typeof work>>;
        try {
          await beginWriting(file);
          result = await work(tables);
        } catch (error) {
          rollBack();
          throw explain(error);
        }
        commit();
        return result;
      }),
    read: (work) =>
      inTurn(async () => {
        await ensureTrusted();
        try {
          return await work(tables);
        } catch (error) {
          throw explain(error);
        }
      }),
    forgetOldPages: () =>
      inTurn(async () => {
        await ensureTrusted();
        try {
          await emptyLog(file);
        } catch (error) {
          throw explain(error);
        }
      }),
    close: () =>
      inTurn(async () => {
        if (file.isOpen) file.close();
      }),
  };
}
