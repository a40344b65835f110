import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { elapsedMs } from './clock.ts';
import { sqliteCode } from './sqlite-faults.ts';

export const BUSY_TIMEOUT_MS = 5000;
const BUSY = 5;
const LONGEST_PAUSE_MS = 20;

/**
 * Begins to write, for up to five seconds while another thread or process does. SQLite's own waiting
 * would hold up the thread, with every visitor in it.
 */
export async function beginWriting(file: DatabaseSync): Promise<void> {
  await withPatience(() => {
    try {
      withoutWaiting(file, () => file.exec('begin immediate'));
      return true;
    } catch (error) {
      if (sqliteCode(error) === BUSY) return error;
      throw error;
    }
  });
}

/**
 * Copies the log into the database and cuts it to nothing. Gives up after five seconds of others
 * reading it: nothing is lost, and the next time does it.
 */
export async function emptyLog(file: DatabaseSync): Promise<void> {
  const busy = new Error('The log is being read');
  await withPatience(() => {
    const row = withoutWaiting(file, () => file.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    return row?.busy === 0 || busy;
  }).catch((error) => {
    if (error !== busy) throw error;
  });
}

async function withPatience(attempt: () => true | unknown): Promise<void> {
  const deadline = elapsedMs() + BUSY_TIMEOUT_MS;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const outcome = attempt();
    if (outcome === true) return;
    if (elapsedMs() >= deadline) throw outcome;
    await wait(pauseMs);
  }
}

function withoutWaiting<T>(file: DatabaseSync, work: () => T): T {
  file.exec('PRAGMA busy_timeout = 0');
  try {
    return work();
  } finally {
    file.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}
