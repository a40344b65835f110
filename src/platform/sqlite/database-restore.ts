import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from '../database-refused.ts';
import { makeFilePrivate, syncToDisk } from '../files/new-file.ts';
import { accountName } from '../operator-name.ts';
import { BACKED_UP } from './database-backup.ts';
import { sqliteReason } from './sqlite-faults.ts';
import { sqlitePath } from './sqlite-file.ts';

export interface Restoring {
  /** Where the copy lies meanwhile: open it here, and mark what may have been sent. */
  folder: string;
  backedUpAt: Date;
  /** Puts it in the place of the database; returns where that one was moved to, if there was one. */
  putInPlace(at: Date): string | undefined;
  discard(): void;
}

/**
 * Takes a backup beside the database, checked. Nothing in use changes before `putInPlace`. Throws a
 * DatabaseRefused if it is no backup of ours, is damaged, or a server is running.
 */
export function beginRestore(dataDir: string, from: string): Restoring {
  requireUnused(sqlitePath(dataDir));
  const backedUpAt = readMoment(from);
  const folder = join(dataDir, 'restoring');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(from, sqlitePath(folder));
  makeFilePrivate(sqlitePath(folder));
  return {
    folder,
    backedUpAt,
    putInPlace(at) {
      requireUnused(sqlitePath(dataDir));
      const moved = moveAside(sqlitePath(dataDir), at);
      syncToDisk(sqlitePath(folder));
      renameSync(sqlitePath(folder), sqlitePath(dataDir));
      syncToDisk(dataDir);
      rmSync(folder, { recursive: true });
      return moved;
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readMoment(from: string): Date {
  const fault = findFault(from);
  if (fault === 'ENOENT') throw new DatabaseRefused(`${from} is not there.`);
  if (fault) throw new DatabaseRefused(describeUnreadable(from));
  const copy = new DatabaseSync(from, { readOnly: true });
  try {
    const [first] = Object.values(copy.prepare('PRAGMA integrity_check(1)').get() ?? {});
    const made = copy.prepare('select at from marker where name = ?').get(BACKED_UP);
    if (first === 'ok' && made) return new Date(Number(made.at));
  } catch (error) {
    if (sqliteReason(error) === undefined) throw error;
  } finally {
    copy.close();
  }
  throw new DatabaseRefused(`${from} is damaged, or no backup of referrals. Nothing was changed.`);
}

function findFault(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

// The file, or a folder above it.
function describeUnreadable(path: string): string {
  const user = accountName();
  return (
    `${path} cannot be read by ${user}, who the database belongs to. Nothing was changed. Give them a copy, then restore ` +
    `that: sudo install -o ${user} -m 0600 ${path} /var/backups/directory/`
  );
}

/**
 * SQLite leaves its log only when nobody else has the file open: a server that still wrote to the file
 * we move away would confirm referrals that are then lost. A damaged database cannot be asked.
 */
function requireUnused(path: string): void {
  if (!existsSync(path)) return;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec('PRAGMA journal_mode = delete');
  } catch (error) {
    if (sqliteReason(error) === 'damaged') return;
    throw new DatabaseRefused(`${path} is in use. Stop the site first. Nothing was changed.`);
  } finally {
    database?.close();
  }
}

// The old log goes first: SQLite would read it into the new database. The old database stays in its
// place until the new one takes it, so that no server ever starts with none.
function moveAside(path: string, at: Date): string | undefined {
  if (!existsSync(path)) return undefined;
  const moved = `${path}.before-${at.toISOString().replace(/[:.]/g, '-')}`;
  linkSync(path, moved);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, moved + suffix);
  }
  return moved;
}
