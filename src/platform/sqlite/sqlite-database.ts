import { Kysely, sql } from 'kysely';
import type { Database, ToFault } from '../database.ts';
import { createDiskReserve } from './disk-reserve.ts';
import { createSqliteConnection } from './sqlite-connection.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { describeFile } from './sqlite-file.ts';
import { createBusyRetry } from './sqlite-locks.ts';

/**
 * SQLite, synchronous, on one connection: work waits in line, since a second piece would otherwise run
 * inside the transaction of the first.
 */
export async function openSqlite<Tables>(
  dataDir: string,
  toFault: ToFault,
): Promise<Database<Tables>> {
  const connection = createSqliteConnection(dataDir, toFault);
  const reserve = createDiskReserve(dataDir);
  const enqueue = createQueue();
  const enqueueWriter = createQueue();
  const tables = new Kysely<Tables>({ dialect: createSqliteDialect(connection.file) });

  /** What met a full disk is done again with the reserve. `undefined`: another thread or process writes. */
  async function write<T>(work: () => Promise<T>, useReserve: boolean) {
    if (!useReserve && reserve.isInUse()) throw toFault('full', 'not-stored');
    try {
      return await connection.transact(work);
    } catch (fault) {
      if (!useReserve || !connection.metFullDisk() || !reserve.release()) throw fault;
      return connection.transact(work);
    }
  }

  return {
    engine: 'sqlite',
    // The machine's, which all processes on it share.
    clock: () => sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    // A copy is another file, wherever it is put.
    identify: async () => describeFile(dataDir),
    transact(work, { useReserve = true } = {}) {
      const retry = createBusyRetry();
      // Who came first writes first; reading does not wait for those who wait for another process.
      return enqueueWriter(async () => {
        for (;;) {
          const done = await enqueue(() => write(() => work(tables), useReserve));
          if (done) return done.result;
          if (!(await retry())) throw toFault('busy', 'not-stored');
        }
      });
    },
    read: (work) => enqueue(() => connection.read(() => work(tables))),
    truncateLog: () => enqueue(connection.truncateLog),
    close: () => enqueue(async () => connection.close()),
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
