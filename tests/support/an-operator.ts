import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReferralKey } from '../../src/platform/referral-key.ts';
import { createSealing } from '../../src/platform/sealing.ts';
import type { LetterText } from '../../src/referral/letter.ts';
import { parseLetterText } from '../../src/referral/letter-text.ts';
import type { NewLetter, StoredLetter } from '../../src/referral/store-port.ts';
import { aLetterRow, aReferralRow, aStore } from './a-store.ts';

/**
 * `npm run referrals` on a store of its own, with the example routing. `wrote`: what the letters in it
 * say, all for Albion Health Centre (team 'network-2').
 */
export function anOperator(wrote: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'operator-'));
  const sealing = createSealing(loadReferralKey({ referralKey: undefined, dataDir }));
  const environment = { ...process.env, DATA_DIR: dataDir, ROUTING_FILE: '', DATABASE_URL: '' };

  return {
    dataDir,
    discard: () => rmSync(dataDir, { recursive: true, force: true }),

    /** Runs the command; an object among the words adds to its environment. */
    referrals(...words: (string | Record<string, string>)[]) {
      const typed = words.filter((word) => typeof word === 'string');
      const env = Object.assign(
        {},
        environment,
        ...words.filter((word) => !typed.includes(word as string)),
      );
      return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
        execFile(process.execPath, ['scripts/referrals.ts', ...typed], { env }, (error, out, err) =>
          resolve({ code: error ? error.code : 0, out, err }),
        );
      });
    },

    async stores(reference: string, letter: Partial<NewLetter>): Promise<void> {
      const { store, database } = await aStore({ dataDir });
      const id = `letter-${reference}`;
      const text: LetterText = {
        version: 1,
        destination: { to: 'practice', practice: 'F84012' },
        ...{ subject: `New self-referral ${reference}`, text: wrote },
      };
      const row = aReferralRow(reference, { reference, teamAtAccept: 'network-2' });
      await store.insertReferral(row, [
        aLetterRow(reference, { id, ...sealing.seal(id, JSON.stringify(text)), ...letter }),
      ]);
      await database.close();
    },

    async letterOf(reference: string): Promise<StoredLetter> {
      const { store, database } = await aStore({ dataDir });
      const referral = await store.findReferral({ reference });
      const [letter] = await store.findLetters(referral?.sequence ?? 0);
      await database.close();
      if (!letter) throw new Error(`${reference} has no letter`);
      return letter;
    },

    textOf({ id, payload, wrappedKey }: StoredLetter): LetterText | undefined {
      const opened = payload && wrappedKey && sealing.open(id, { payload, wrappedKey });
      return opened ? parseLetterText(opened) : undefined;
    },
  };
}
