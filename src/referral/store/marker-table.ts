import type { Kysely } from 'kysely';
import { StoreFault } from './store-fault.ts';
import type { ReferralStore } from './store-port.ts';
import type { ReferralDatabase, Tables } from './store-tables.ts';

type MarkerMethods = Pick<
  ReferralStore,
  'isWritable' | 'writeAudit' | 'listAudit' | 'findMarker' | 'claimMarker' | 'setMarkerIfAbsent'
>;

// A letter of the longest answers, its referral, and the pages of their indexes.
const REFERRAL_SIZED_VALUE = '.'.repeat(48 * 1024);

/** What is neither a referral nor a letter: what operators did, and what must be known after a restart. */
export function createMarkerTable(database: ReferralDatabase): MarkerMethods {
  return {
    // Written, since a full disk can be read; and as much as a referral takes, since the last pages of
    // a disk hold a number and no letter.
    isWritable: async () => {
      try {
        const written = (tables: Kysely<Tables>) =>
          tables
            .insertInto('marker')
            .values({ name: 'written', value: REFERRAL_SIZED_VALUE, at: 0 })
            .onConflict((conflict) =>
              conflict.column('name').doUpdateSet((row) => ({
                value: REFERRAL_SIZED_VALUE,
                at: row('marker.at', '+', 1),
              })),
            )
            .execute();
        await database.transact(written, { useReserve: false });
        return true;
      } catch (error) {
        if (error instanceof StoreFault) return false;
        throw error;
      }
    },

    writeAudit: (entry) =>
      database.transact(async (tables) => {
        await tables.insertInto('audit').values(entry).execute();
      }),

    listAudit: (reference) =>
      database.read((tables) =>
        tables
          .selectFrom('audit')
          .selectAll()
          .where('reference', '=', reference)
          .orderBy('id')
          .execute(),
      ),

    findMarker: (name) =>
      database.read((tables) =>
        tables.selectFrom('marker').selectAll().where('name', '=', name).executeTakeFirst(),
      ),

    claimMarker: (name, value, now) =>
      database.transact(async (tables) => {
        const claimed = await tables
          .insertInto('marker')
          .values({ name, value, at: now })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet({ value, at: now })
              .where('marker.value', '<>', value),
          )
          .returning('name')
          .executeTakeFirst();
        return claimed !== undefined;
      }),

    setMarkerIfAbsent: (name, value, now) =>
      database.transact(async (tables) => {
        await tables
          .insertInto('marker')
          .values({ name, value, at: now })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
        const marker = await tables
          .selectFrom('marker')
          .select('value')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        return marker.value;
      }),
  };
}
