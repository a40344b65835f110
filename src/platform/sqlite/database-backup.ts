import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from '../database-refused.ts';
import { sqlitePath } from './sqlite-file.ts';

const ALL_PAGES = 2 ** 31 - 1;

/** The marker that tells when a copy was made; only copies have it. */
export const BACKED_UP = 'backed-up';

/**
 * Copies the database to a new file, as it is at one moment, while others go on writing. Only we can
 * read it; what is sealed in it stays so. Rejects with a DatabaseRefused that says why not.
 */
export async function backUpSqlite(
  dataDir: string,
  to: string,
  at: Date,
): Promise<{ referrals: number }> {
  const path = sqlitePath(dataDir);
  if (!existsSync(path)) throw new DatabaseRefused(`${path} is not there: nothing to copy.`);
  const draft = `${to}.part`;
  try {
    if (existsSync(to)) throw exists(to);
    // Made by us first, since SQLite would let others read it.
    closeSync(openSync(draft, 'wx', 0o600));
    await copyPages(path, draft);
    const referrals = finish(draft, at);
    syncToDisk(draft);
    // Unlike a rename, never takes the place of another file.
    linkSync(draft, to);
    rmSync(draft);
    syncToDisk(dirname(to));
    return { referrals };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw exists(to);
    if (existsSync(draft)) rmSync(draft);
    throw error;
  }
}

async function copyPages(path: string, draft: string): Promise<void> {
  const source = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    // All at once: page by page, a busy server would make it begin again and again.
    await backup(source, draft, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

/** Notes when the copy was made, checks it, and makes it one file without a log. */
function finish(draft: string, at: Date): number {
  const copy = new DatabaseSync(draft);
  try {
    copy.exec('PRAGMA journal_mode = delete');
    copy
      .prepare('insert or replace into marker (name, value, at) values (?, ?, ?)')
      .run(BACKED_UP, at.toISOString(), at.getTime());
    const [first] = Object.values(copy.prepare('PRAGMA integrity_check(1)').get() ?? {});
    if (first !== 'ok') throw new DatabaseRefused('The copy is damaged, and so is the database.');
    return Number(copy.prepare('select count(*) as rows from referral').get()?.rows);
  } finally {
    copy.close();
  }
}

export function syncToDisk(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

export function makeFilePrivate(path: string): void {
  chmodSync(path, 0o600);
}

function exists(to: string): DatabaseRefused {
  return new DatabaseRefused(`${to} or ${to}.part is there already. Nothing was written.`);
}
