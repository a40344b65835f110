import type { DatabaseSync } from 'node:sqlite';
import type { DatabaseFaultEffect, ToFault } from '../database.ts';
import { DatabaseRefused } from '../database-refused.ts';
import { createFileIdentity } from './file-identity.ts';
import { invalidatesConnection, isCleanCommitFailure, sqliteReason } from './sqlite-faults.ts';
import { openSqliteFile, sqlitePath } from './sqlite-file.ts';
import { truncateLog, tryBegin } from './sqlite-locks.ts';

/**
 * The one connection to the file, opened anew after a fault that left it in doubt. What it rejects with
 * is made by `toFault`, or is what the work threw.
 */
export interface SqliteConnection {
  /** The file as it is open; another one after each time that it was opened anew. */
  file(): DatabaseSync;
  /** Runs the work in one transaction; `undefined`: another thread or process writes. */
  transact<T>(work: () => Promise<T>): Promise<{ result: T } | undefined>;
  /** Whether the last transaction met a full disk: nothing of it is stored. */
  metFullDisk(): boolean;
  read<T>(work: () => Promise<T>): Promise<T>;
  truncateLog(): Promise<void>;
  close(): void;
}

export function createSqliteConnection(dataDir: string, toFault: ToFault): SqliteConnection {
  let file = openSqliteFile(dataDir);
  const identity = createFileIdentity(sqlitePath(dataDir));
  let needsReopen = false;
  let metFullDisk = false;

  function requireSameFiles(effect: DatabaseFaultEffect): void {
    if (!identity.isSame()) throw toFault('replaced', effect);
  }

  /** An engine's error as what callers should see; notes whether the connection can still be trusted. */
  function explain(error: unknown): unknown {
    const reason = sqliteReason(error);
    if (reason === undefined) return error;
    needsReopen ||= invalidatesConnection(reason);
    metFullDisk = reason === 'full';
    return toFault(reason, 'not-stored');
  }

  /**
   * Forgets what the old connection failed to commit: docs/decisions/0006. If that fails, the old one
   * can still be read.
   */
  async function reopenIfNeeded(): Promise<void> {
    // Opened anew, what was deleted would be there again, and empty.
    requireSameFiles('not-stored');
    if (!needsReopen) return;
    try {
      const fresh = await openWithEmptyLog(dataDir);
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

  return {
    file: () => file,
    metFullDisk: () => metFullDisk,
    async transact(work) {
      metFullDisk = false;
      await reopenIfNeeded();
      let result: Awaited<ReturnType<typeof work>>;
      try {
        if (!tryBegin(file)) return undefined;
        result = await work();
      } catch (error) {
        rollBack();
        throw explain(error);
      }
      commit();
      requireSameFiles('unknown');
      return { result };
    },
    async read(work) {
      requireSameFiles('not-stored');
      await reopenIfNeeded().catch(() => undefined);
      try {
        return await work();
      } catch (error) {
        throw explain(error);
      }
    },
    async truncateLog() {
      await reopenIfNeeded();
      try {
        await truncateLog(file);
      } catch (error) {
        throw explain(error);
      }
    },
    close() {
      if (file.isOpen) file.close();
    },
  };
}

async function openWithEmptyLog(dataDir: string): Promise<DatabaseSync> {
  const fresh = openSqliteFile(dataDir);
  try {
    await truncateLog(fresh);
    return fresh;
  } catch (error) {
    fresh.close();
    throw error;
  }
}
