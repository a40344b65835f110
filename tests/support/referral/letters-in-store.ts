import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import { timers } from '../../../src/platform/timers.ts';
import type { Destination, LetterKind, LetterText } from '../../../src/referral/letters/letter.ts';
import type { StoredLetter } from '../../../src/referral/store/store-port.ts';
import { aLetterRow, aReferralRow, type OpenedStore } from './a-store.ts';

export const sealing = createSealing(Buffer.alloc(32, 1));

export function sealedFor(id: string, destination: Destination, text: string) {
  const letter: LetterText = { version: 1, destination, subject: 'Subject', text };
  return sealing.seal(id, JSON.stringify(letter));
}

/** Puts referrals with their letters into a store, and reads letters as they stand there. */
export function lettersIn({ store, database }: OpenedStore, now: () => number) {
  const letter = (id: string): Promise<StoredLetter> =>
    database.read((tables) =>
      tables.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  return {
    letter,

    /** A referral that was just accepted, and its letter to the team. */
    async accepts(
      name: string | number,
      {
        practice = 'F84001',
        letter = {},
      }: { practice?: string; letter?: Partial<StoredLetter> } = {},
    ) {
      const at = now();
      const reference = `SP-TEST-${String(name).toUpperCase().padStart(4, '0')}`;
      const row = aReferralRow(name, {
        reference,
        practice,
        teamAtAccept: 'north',
        acceptedAt: at,
      });
      const queued = {
        ...aLetterRow(name, { createdAt: at, dueAt: at, datedAt: at }),
        ...sealedFor(`letter-${name}`, { to: 'practice', practice }, `Text of ${name}`),
        ...letter,
      };
      const result = await store.insertReferral(row, [queued]);
      if (!('stored' in result)) throw new Error('The referral was there already');
      return result.stored;
    },

    async until(state: StoredLetter['state'], id = 'letter-a'): Promise<void> {
      while ((await letter(id)).state !== state) await timers.wait(2);
    },

    /** Letters of a kind, as they would be read. */
    async queued(kind: LetterKind) {
      const rows = await database.read((tables) =>
        tables
          .selectFrom('letter')
          .selectAll()
          .where('kind', '=', kind)
          .orderBy('createdAt')
          .execute(),
      );
      return rows.map((row) => JSON.parse(sealing.open(row.id, row as never) ?? '{}'));
    },
  };
}
