import type { Kysely } from 'kysely';
import type { ReferralStore } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

/** The marker of the database that these rows were written in. A copy has it too, and is another database. */
export const IDENTITY = 'store-identity';
/** When rows were first found in another database than they were written in, and in which. */
const NOTICED = 'store-put-back';

type IdentityMethods = Pick<ReferralStore, 'noteIdentity' | 'findRestore' | 'settleRestore'>;

/**
 * Notices that the rows are those of a copy, by whatever means it was put back: what waited when the copy
 * was made may have been sent since, by whoever had the original.
 */
export function createIdentityWatch(database: ReferralDatabase): IdentityMethods {
  return {
    noteIdentity: (now) =>
      database.transact(async (tables) => {
        const found = await identify(database, tables);
        const noted = await read(tables, IDENTITY);
        if (noted === undefined) return write(tables, IDENTITY, found, now);
        const isNoticed = (await read(tables, NOTICED))?.value === found;
        if (noted.value !== found && !isNoticed) await write(tables, NOTICED, found, now);
      }),

    findRestore: () =>
      database.read(async (tables) => {
        if (!(await isCopy(database, tables))) return undefined;
        const noticed = await read(tables, NOTICED);
        const isOfThis = noticed?.value === (await identify(database, tables));
        return { noticedAt: isOfThis ? noticed?.at : undefined };
      }),

    settleRestore: (now) =>
      database.transact(async (tables) =>
        write(tables, IDENTITY, await identify(database, tables), now),
      ),
  };
}

/** Whether the rows were written in another database than this one. */
export async function isCopy(database: ReferralDatabase, tables: Kysely<Tables>): Promise<boolean> {
  const noted = await read(tables, IDENTITY);
  return noted !== undefined && noted.value !== (await identify(database, tables));
}

// A restore into a database that is there already makes this table anew.
function identify(database: ReferralDatabase, tables: Kysely<Tables>): Promise<string> {
  return database.identify(tables, 'letter');
}

function read(tables: Kysely<Tables>, name: string) {
  return tables
    .selectFrom('marker')
    .select(['value', 'at'])
    .where('name', '=', name)
    .executeTakeFirst();
}

async function write(tables: Kysely<Tables>, name: string, value: string, at: number) {
  await tables
    .insertInto('marker')
    .values({ name, value, at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, at }))
    .execute();
}
