import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import type { Database, DatabaseFaultReason, ToFault } from '../database.ts';
import { DatabaseRefused } from '../database-refused.ts';

const INT8 = 20;

// The server gives up first, so that we know how a statement ended; ours is for a server that fell silent.
const timeouts = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 10_000,
  lock_timeout: 5000,
  idle_in_transaction_session_timeout: 20_000,
  query_timeout: 15_000,
  keepAlive: true,
};

/** PostgreSQL, for several servers. Refuses one that confirms commits before they are on its disk. */
export async function openPostgres<Tables>(
  url: string,
  toFault: ToFault,
): Promise<Database<Tables>> {
  const pool = createPool(url);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  const explain = (error: unknown, effect: 'not-stored' | 'unknown') => {
    const reason = findReason(error);
    return reason ? toFault(reason, effect) : error;
  };

  async function commit(connection: Kysely<Tables>): Promise<void> {
    let ended: string | undefined;
    try {
      const { rows } = await sql<{ command: string }>`commit`.execute(connection);
      ended = rows[0]?.command;
    } catch (error) {
      // An error that the server reported, and survived, undid the transaction. Without its answer the
      // commit may have been made.
      throw explain(error, isServerError(error) ? 'not-stored' : 'unknown');
    }
    if (ended !== 'COMMIT') throw toFault('other', 'not-stored');
  }

  const database: Database<Tables> = {
    engine: 'postgres',
    clock: () => sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`,
    identify: createIdentify(),
    transact: (work) =>
      reach(explain, () =>
        kysely.connection().execute(async (connection) => {
          let result: Awaited<ReturnType<typeof work>>;
          try {
            await sql`begin`.execute(connection);
            result = await work(connection);
          } catch (error) {
            // A connection that is gone rolls back by itself.
            await sql`rollback`.execute(connection).catch(() => undefined);
            throw explain(error, 'not-stored');
          }
          await commit(connection);
          return result;
        }),
      ),
    read: (work) => reach(explain, () => work(kysely)),
    truncateLog: async () => undefined,
    close: () => kysely.destroy(),
  };
  await requireDurable(database);
  return database;
}

/**
 * The cluster, the database in it and the table, by numbers that dumps do not hold. A standby that takes over
 * has the same ones; another cluster, another database and a table that was made anew do not.
 */
function createIdentify() {
  // A host may keep the cluster's number to itself; asking all the same would undo the transaction.
  let mayAsk: boolean | undefined;

  return async <Tables>(tables: Kysely<Tables>, table: string): Promise<string> => {
    if (mayAsk === undefined) {
      const { rows } = await sql<{ may: boolean }>`
        select has_function_privilege('pg_control_system()', 'execute') as may`.execute(tables);
      mayAsk = rows[0]?.may === true;
    }
    const cluster = mayAsk
      ? sql`(select system_identifier from pg_control_system())`
      : sql`'unknown'`;
    const { rows } = await sql<{ identity: string }>`
      select concat_ws('/', ${cluster}, own.oid, to_regclass(${table})::oid) as identity
      from pg_database as own
      where own.datname = current_database()`.execute(tables);
    return rows[0]?.identity ?? '';
  };
}

async function reach<T>(
  explain: (error: unknown, effect: 'not-stored') => unknown,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error, 'not-stored');
  }
}

async function requireDurable<Tables>(database: Database<Tables>): Promise<void> {
  try {
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const { rows } = await database.read((tables) =>
        sql<{ value: string }>`select current_setting(${name}) as value`.execute(tables),
      );
      if (rows[0]?.value === 'off') {
        throw new DatabaseRefused(`PostgreSQL has ${name} = off, so a referral could be lost.`);
      }
    }
  } catch (error) {
    await database.close();
    throw error;
  }
}

function createPool(url: string) {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    ...timeouts,
    types: {
      // Moments and counts fit a number for 285,000 years.
      getTypeParser: (id, format) =>
        id === INT8 ? Number : (types.getTypeParser(id, format) as (value: string) => unknown),
    },
  });
  // An idle connection was lost: the pool drops it, and the next work connects anew.
  pool.on('error', ignore);
  return {
    options: {},
    end: () => pool.end(),
    connect: async (): Promise<PostgresPoolClient> => {
      const client = await pool.connect();
      let broken = false;
      client.on('error', ignore);
      return {
        query: async (text: unknown, values?: readonly unknown[]) => {
          if (broken) throw new Error('Connection terminated');
          try {
            return await client.query(text as string, values ? [...values] : []);
          } catch (error) {
            broken ||= !isServerError(error);
            throw error;
          }
        },
        release: () => {
          client.off('error', ignore);
          client.release(broken);
        },
      } as unknown as PostgresPoolClient;
    },
  };
}

function ignore(): void {}

/** Whether the server itself reported it, and keeps the connection. */
function isServerError(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR';
}

const byCode: readonly [prefix: string, reason: DatabaseFaultReason][] = [
  ['53100', 'full'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['40', 'busy'],
  ['25006', 'read-only'],
  ['58', 'input-output'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['08', 'unreachable'],
  ['57P', 'unreachable'],
  ['28', 'wrong-password'],
  ['3D', 'no-such-database'],
  ['53', 'unreachable'],
];

/** `undefined`: not an error of the database but of what was done with it. */
function findReason(error: unknown): DatabaseFaultReason | undefined {
  if (error instanceof DatabaseError) {
    return byCode.find(([prefix]) => error.code?.startsWith(prefix))?.[1] ?? 'other';
  }
  if (!(error instanceof Error)) return undefined;
  const lost = /^(Connection terminated|timeout exce|Query read timeout|Client has encountered)/;
  return 'syscall' in error || 'code' in error || lost.test(error.message)
    ? 'unreachable'
    : undefined;
}
