import type { ReferralStore } from './store-port.ts';
import type { ReferralDatabase } from './store-tables.ts';

type ShreddingMethods = Pick<ReferralStore, 'shredTexts' | 'shredWithoutAnswers' | 'shredLetters'>;

/** Destroys texts and their keys, and what the engine's log still holds of them. */
export function createShredding(database: ReferralDatabase): ShreddingMethods {
  return {
    shredTexts: async ({ letters, now }) => {
      const shredded = await database.transact(async (tables) => {
        const ids: string[] = [];
        for (const { id, handedOverAt, takenBackAt } of letters) {
          const { numUpdatedRows } = await tables
            .updateTable('letter')
            .set({ payload: null, wrappedKey: null, shreddedAt: now })
            .where('id', '=', id)
            // Sent anew, sent back or no longer confirmed since it was looked at, it is needed.
            .where('state', '=', 'handed-over')
            .where('handedOverAt', '=', handedOverAt)
            .where('takenBackAt', 'is not distinct from', takenBackAt)
            .where('shreddedAt', 'is', null)
            .executeTakeFirst();
          if (numUpdatedRows > 0n) ids.push(id);
        }
        return ids;
      });
      if (shredded.length > 0) await database.truncateLog();
      return shredded;
    },

    shredWithoutAnswers: async ({ handedOverBefore, withdrawnCreatedBefore, now, limit }) => {
      const shredded = await database.transact(async (tables) => {
        const { numUpdatedRows } = await tables
          .updateTable('letter')
          .set({ payload: null, wrappedKey: null, shreddedAt: now })
          .where('id', 'in', (row) =>
            row
              .selectFrom('letter as old')
              .select('old.id')
              .where('old.kind', '<>', 'referral')
              .where('old.shreddedAt', 'is', null)
              .where((old) =>
                old.or([
                  old.and([
                    old('old.state', '=', 'handed-over'),
                    old('old.handedOverAt', '<', handedOverBefore),
                  ]),
                  old.and([
                    old('old.state', '=', 'withdrawn'),
                    old('old.createdAt', '<', withdrawnCreatedBefore),
                  ]),
                ]),
              )
              .orderBy('old.createdAt')
              .limit(limit),
          )
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
      if (shredded > 0) await database.truncateLog();
      return shredded;
    },

    shredLetters: async (referralSequence, now) => {
      const shredded = await database.transact(async (tables) => {
        const texts = tables
          .updateTable('letter')
          .set({ payload: null, wrappedKey: null, shreddedAt: now })
          .where('referralSequence', '=', referralSequence)
          .where('shreddedAt', 'is', null);
        const sent = await texts.where('state', '=', 'handed-over').executeTakeFirst();
        // Without a text there is nothing left to send. One on its way is left to its worker.
        const unsent = await texts
          .set({ state: 'withdrawn' })
          .where('state', 'not in', ['handed-over', 'sending'])
          .executeTakeFirst();
        return Number(sent.numUpdatedRows + unsent.numUpdatedRows);
      });
      if (shredded > 0) await database.truncateLog();
      return shredded;
    },
  };
}
