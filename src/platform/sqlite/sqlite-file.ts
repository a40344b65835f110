import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from '../database-refused.ts';
import { sqliteReason } from './sqlite-faults.ts';
import { BUSY_TIMEOUT_MS } from './sqlite-locks.ts';

// What must be true of the connection. FULL: a commit returns after an fsync, so a power cut loses
// nothing confirmed. secure_delete: what is shredded is overwritten. cell_size_check: damage is noticed
// when a page is read and not when it is relied on.
const settings: readonly [name: string, set: string, expected: string | number][] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['fullfsync', 'on', 1],
  ['checkpoint_fullfsync', 'on', 1],
  ['secure_delete', 'on', 1],
  ['foreign_keys', 'on', 1],
  ['trusted_schema', 'off', 0],
  ['cell_size_check', 'on', 1],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
];

export function sqlitePath(dataDir: string): string {
  return join(dataDir, 'referrals.sqlite');
}

/** Tells the file from any other: its number, which another may get once it is deleted, and when it was made. */
export function describeFile(dataDir: string): string {
  const { ino, birthtimeMs } = statSync(sqlitePath(dataDir));
  return `file ${ino} of ${Math.trunc(birthtimeMs)}`;
}

/**
 * Opens the file, which only this user can read, and makes it if there is none. Throws a DatabaseRefused
 * if it is damaged, or if SQLite would not keep what it confirms; an engine's error for the rest.
 */
export function openSqliteFile(dataDir: string): DatabaseSync {
  const path = sqlitePath(dataDir);
  makePrivate(dataDir, path);
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    for (const setting of settings) applySetting(database, setting);
    checkPages(database, path);
    return database;
  } catch (error) {
    database.close();
    if (sqliteReason(error) === 'damaged') throw damaged(path);
    throw error;
  }
}

/** Folder 0700 and file 0600. SQLite gives its -wal and -shm files the mode of the database. */
function makePrivate(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  if (isOpenToOthers(dataDir)) {
    // Sticky: a folder that everybody uses, such as /tmp. Closing it would break others.
    if (statSync(dataDir).mode & 0o1000) {
      throw new DatabaseRefused(
        `${dataDir} is shared with others. Set DATA_DIR to a folder of ours.`,
      );
    }
    chmodSync(dataDir, 0o700);
  }
  closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (statSync(file, { throwIfNoEntry: false }) && isOpenToOthers(file)) chmodSync(file, 0o600);
  }
}

function isOpenToOthers(path: string): boolean {
  return (statSync(path).mode & 0o077) !== 0;
}

function applySetting(
  database: DatabaseSync,
  [name, set, expected]: (typeof settings)[number],
): void {
  database.exec(`PRAGMA ${name} = ${set}`);
  const [found] = Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {});
  if (found !== expected) {
    throw new DatabaseRefused(
      `SQLite has ${name} = ${found} where ${expected} is needed, so a referral could be lost. ` +
        'DATA_DIR must be on a local disk.',
    );
  }
}

function checkPages(database: DatabaseSync, path: string): void {
  const [first] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
  if (first !== 'ok') throw damaged(path);
}

function damaged(path: string): DatabaseRefused {
  return new DatabaseRefused(
    `${path} is damaged. Nothing was changed. Keep a copy of it and of its -wal file, then restore the ` +
      'last backup: see docs/when-things-go-wrong.md.',
  );
}
