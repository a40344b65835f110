import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../scripts/referrals/run-command.ts';
import { checkValueOf, deriveKey } from '../../../src/platform/secrets/derived-key.ts';
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import { toConfirmationUrl } from '../../../src/referral/letters/confirmation-link.ts';
import type { LetterText } from '../../../src/referral/letters/letter.ts';
import { parseLetterText } from '../../../src/referral/letters/letter-text.ts';
import { parseRouting } from '../../../src/referral/routing/parse-routing.ts';
import type { Routing } from '../../../src/referral/routing/routing.ts';
import type {
  NewLetter,
  NewReferral,
  StoredLetter,
  StoredReferral,
} from '../../../src/referral/store/store-port.ts';
import { loadReferralKey } from '../../../src/wiring/referral-key.ts';
import { directory } from '../../../src/wiring.ts';
import { aLetterRow, aReferralRow, aStore } from './a-store.ts';

interface Ended {
  /** Its exit code. */
  code: unknown;
  out: string;
  err: string;
}

/** Where links in letters lead. */
const SITE_URL = new URL('https://directory.example');

/** When the referrals were accepted and their letters due, by the clock that the commands go by. */
export const HOUR_AGO = Date.now() - 3_600_000;
/** When no test runs any more. */
export const TOMORROW = Date.now() + 24 * 3_600_000;

/** Who is at the keyboard where a command has no process. */
export const OPERATOR = 'test-operator';

/**
 * `npm run referrals` on a store of its own, with the example routing. `wrote`: what the letters in it
 * say, all for Albion Health Centre (team 'network-2').
 */
export function anOperator(wrote: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'operator-'));
  const key = loadReferralKey({ referralKey: undefined, dataDir });
  const sealing = createSealing(deriveKey(key, 'letter keys'));
  const environment = { ...process.env, DATA_DIR: dataDir, ROUTING_FILE: '', DATABASE_URL: '' };

  return {
    dataDir,
    discard: () => rmSync(dataDir, { recursive: true, force: true }),

    /** Does what the command does, without a process of its own. */
    async referrals(...typed: string[]): Promise<Ended> {
      const { text, exitCode } = await runCommand(typed, {
        readSettings: () => ({
          config: {
            dataDir,
            databaseUrl: undefined,
            referralKey: undefined,
            referralKeyBefore: undefined,
          },
          name: OPERATOR,
          problem: undefined,
          linkProblems: [],
        }),
        now: () => new Date(),
        tell: () => undefined,
        open: async () => ({
          store: (await aStore({ dataDir })).store,
          key: { sealing },
          routing: async () => readRouting(),
          randomness,
          mailDomain: 'directory.example',
          name: OPERATOR,
          siteUrl: SITE_URL,
        }),
      });
      const [out, err] = exitCode === 0 ? [text, ''] : ['', text];
      return { code: exitCode, out, err };
    },

    /** Runs the command as it is typed; `changes` are made to its environment. */
    referralsInShell(typed: string[], changes: Record<string, string> = {}): Promise<Ended> {
      const env = { ...environment, ...changes };
      return new Promise((resolve) => {
        execFile(process.execPath, ['scripts/referrals.ts', ...typed], { env }, (error, out, err) =>
          resolve({ code: error ? error.code : 0, out, err }),
        );
      });
    },

    async stores(
      reference: string,
      letter: Partial<NewLetter>,
      referral: Partial<NewReferral> = {},
    ): Promise<void> {
      const { store, database } = await aStore({ dataDir });
      // As a server notes when it first opens a store.
      await store.setMarkerIfAbsent('referral-key', checkValueOf(key), Date.now());
      const id = `letter-${reference}`;
      const token = `link-of-${reference}`;
      const text: LetterText = {
        version: 1,
        destination: { to: 'practice', practice: 'F84012' },
        subject: `New self-referral ${reference}`,
        text: `${wrote}\n${toConfirmationUrl(SITE_URL, token)}\n`,
      };
      const row = aReferralRow(reference, {
        reference,
        acceptedAt: HOUR_AGO,
        teamAtAccept: 'network-2',
        acknowledgementHash: randomness.hash(token),
        ...referral,
      });
      const moments = { createdAt: HOUR_AGO, dueAt: HOUR_AGO, datedAt: HOUR_AGO };
      const sealed = sealing.seal(id, JSON.stringify(text));
      await store.insertReferral(row, [
        aLetterRow(reference, { id, ...moments, ...sealed, ...letter }),
      ]);
      await database.close();
    },

    async referralOf(reference: string): Promise<StoredReferral> {
      const { store, database } = await aStore({ dataDir });
      const referral = await store.findReferral({ reference });
      await database.close();
      if (!referral) throw new Error(`${reference} is not stored`);
      return referral;
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

function readRouting(): Routing {
  const name = 'content/routing.example.yaml';
  const parsed = parseRouting(readFileSync(name, 'utf8'), name, directory);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.routing;
}
