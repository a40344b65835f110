import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from '../database-refused.ts';
import { writeNewFile } from '../files/new-file.ts';
import { sqlitePath } from './sqlite-file.ts';

const ALL_PAGES = 2 ** 31 - 1;

/** The marker that tells when a copy was made; only copies have it. */
export const BACKED_UP = 'backed-up';

/**
 * Copies the database to a new file, as it is at one moment, while others go on writing. Only we can
 * read it; what is sealed in it stays so. `markers`: what the copy says of itself besides. Rejects with a
 * DatabaseRefused that says why not.
 */
export async function backUpSqlite(
  dataDir: string,
  to: string,
  { at, markers }: { at: Date; markers: Readonly<Record<string, string>> },
): Promise<{ referrals: number }> {
  const path = sqlitePath(dataDir);
  if (!existsSync(path)) throw new DatabaseRefused(`${path} is not there: nothing to copy.`);
  return writeNewFile(to, async (draft) => {
    await copyPages(path, draft);
    return { referrals: finish(draft, { ...markers, [BACKED_UP]: at.toISOString() }, at) };
  });
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
function finish(draft: string, markers: Readonly<Record<string, string>>, at: Date): number {
  const copy = new DatabaseSync(draft);
  try {
    copy.exec('PRAGMA journal_mode = delete');
    for (const [name, value] of Object.entries(markers)) {
      copy
        .prepare('insert or replace into marker (name, value, at) values (?, ?, ?)')
        .run(name, value, at.getTime());
    }
    const [first] = Object.values(copy.prepare('PRAGMA integrity_check(1)').get() ?? {});
    if (first !== 'ok') throw new DatabaseRefused('The copy is damaged, and so is the database.');
    return Number(copy.prepare('select count(*) as rows from referral').get()?.rows);
  } finally {
    copy.close();
  }
}
