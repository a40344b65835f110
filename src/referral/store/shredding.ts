import type { Database } from '../../platform/database.ts';
import type { ReferralStore } from '../store-port.ts';

type ShreddingMethods = Pick<ReferralStore, 'shredHandedOver' | 'shredLetters'>;

/** Destroys texts and their keys, and what the engine's log still holds of them. */
export function createShredding(database: Database): ShreddingMethods {
  return {
    shredHandedOver: async ({ handedOverBefore, now, limit }) => {
      const shredded = await database.transact(async (tables) => {
        const { numUpdatedRows } = await tables
          .updateTable('letter')
          .set({ payload: null, wrappedKey: null, shreddedAt: now })
          .where('id', 'in', (row) =>
            row
              .selectFrom('letter as old')
              .select('old.id')
              .where('old.state', '=', 'handed-over')
              .where('old.handedOverAt', '<', handedOverBefore)
              .where('old.shreddedAt', 'is', null)
              .orderBy('old.handedOverAt')
              .limit(limit),
          )
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
      if (shredded > 0) await database.forgetOldPages();
      return shredded;
    },

    shredLetters: async (referralSequence, now) => {
      const shredded = await database.transact(async (tables) => {
        const owed = tables
          .updateTable('letter')
          .set({ payload: null, wrappedKey: null, shreddedAt: now })
          .where('referralSequence', '=', referralSequence)
          .where('shreddedAt', 'is', null);
        const sent = await owed.where('state', '=', 'handed-over').executeTakeFirst();
        // Without a text there is nothing left to send. One on its way is left to its worker.
        const unsent = await owed
          .set({ state: 'withdrawn' })
          .where('state', 'not in', ['handed-over', 'sending'])
          .executeTakeFirst();
        return Number(sent.numUpdatedRows + unsent.numUpdatedRows);
      });
      if (shredded > 0) await database.forgetOldPages();
      return shredded;
    },
  };
}
