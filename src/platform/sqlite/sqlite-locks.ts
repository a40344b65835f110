import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { elapsedMs } from '../clock.ts';
import { isBusy } from './sqlite-faults.ts';

export const BUSY_TIMEOUT_MS = 5000;
const LONGEST_PAUSE_MS = 5;

/**
 * False while another thread or process writes. SQLite's own waiting would hold up the thread, with
 * every visitor in it.
 */
export function tryBegin(file: DatabaseSync): boolean {
  try {
    withoutWaiting(file, () => file.exec('begin immediate'));
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/**
 * Copies the log into the database and cuts it to nothing. Gives up after five seconds of others
 * reading it: nothing is lost, and the next time does it.
 */
export async function truncateLog(file: DatabaseSync): Promise<void> {
  const retry = createBusyRetry();
  const isTruncated = () =>
    withoutWaiting(file, () => file.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get())?.busy === 0;
  while (!isTruncated() && (await retry()));
}

/** Each call waits a little; false once five seconds are over. */
export function createBusyRetry(): () => Promise<boolean> {
  const deadline = elapsedMs() + BUSY_TIMEOUT_MS;
  let pauseMs = 1;
  return async () => {
    if (elapsedMs() >= deadline) return false;
    await wait(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    return true;
  };
}

function withoutWaiting<T>(file: DatabaseSync, work: () => T): T {
  file.exec('PRAGMA busy_timeout = 0');
  try {
    return work();
  } finally {
    file.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}
