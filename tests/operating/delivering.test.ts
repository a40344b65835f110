/** Covers src/platform/stop-signals.ts. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { deriveKey } from '../../src/platform/secrets/derived-key.ts';
import { createSealing } from '../../src/platform/secrets/sealing.ts';
import { aMailServer, type MailServer } from '../support/mail/a-mail-server.ts';
import { aLetterRow, aReferralRow, aStore } from '../support/referral/a-store.ts';
import { aBuild } from '../support/site/a-build.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const key = Buffer.alloc(32, 7);
let mail: MailServer;

beforeAll(async () => {
  mail = await aMailServer();
});
afterAll(() => mail.close());

test('a letter that waits is on its way seconds after the server started, and soon after it is owed', async () => {
  const { dataDir, owe, letters } = await aFolder();
  await owe('first');
  const site = await aSite(dataDir);
  await until(() => mail.copies.length === 1);
  await owe('second');
  await until(() => mail.copies.length === 2);
  expect(await site.stop()).toBe(0);
  expect((await letters()).map(({ state }) => state)).toEqual(['handed-over', 'handed-over']);
  expect(site.log()).not.toContain('Text of');
});

test('a server that is asked to stop lets a letter in hand arrive', async () => {
  const { dataDir, owe, letters } = await aFolder();
  await owe('first');
  let begun = false;
  await mail.behave({
    at: {
      dot: async () => {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 1_500));
      },
    },
  });
  const site = await aSite(dataDir);
  await until(() => begun);
  expect(await site.stop()).toBe(0);
  await mail.behave();
  expect((await letters())[0]).toMatchObject({ state: 'handed-over', attempts: 1 });
});

test('without a mail server, letters are written to a folder', async () => {
  const { dataDir, owe } = await aFolder();
  await owe('first');
  const site = await aSite(dataDir, { SMTP_URL: '' });
  const folder = join(dataDir, 'mail');
  await until(
    () => existsSync(folder) && readdirSync(folder).includes('first@directory.example.eml'),
  );
  await site.stop();
});

test('the server does not start with another key than referrals were locked with', async () => {
  const { dataDir } = await aFolder();
  const first = await aSite(dataDir);
  await first.stop();
  const second = await aSite(dataDir, { REFERRAL_KEY: Buffer.alloc(32, 8).toString('base64') });
  expect(await second.exited).toBe(1);
  expect(second.log()).toContain('REFERRAL_KEY is not the key');
});

function aSite(dataDir: string, environment: Record<string, string> = {}) {
  return startBuiltSite({
    OUT_DIR: aBuild(),
    DATA_DIR: dataDir,
    REFERRAL_KEY: key.toString('base64'),
    SMTP_URL: mail.url,
    NODE_EXTRA_CA_CERTS: mail.caFile,
    ...environment,
  });
}

/** A DATA_DIR in which letters come to be owed, by another process than the server. */
async function aFolder() {
  mail.copies.length = 0;
  const dataDir = mkdtempSync(join(tmpdir(), 'delivering-'));
  const { store, database } = await aStore({ dataDir });
  onTestFinished(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true });
  });
  const now = Date.now();
  return {
    dataDir,
    owe: (name: string) => {
      const text = {
        version: 1,
        destination: { to: 'borough' },
        subject: 'S',
        text: `Text of ${name}`,
      };
      const sealed = createSealing(deriveKey(key, 'letter keys')).seal(
        `letter-${name}`,
        JSON.stringify(text),
      );
      // Due by the clock of the database, which is not moved with the one of a test.
      const moments = { createdAt: now, dueAt: 0, datedAt: now };
      return store.insertReferral(aReferralRow(name, { acceptedAt: now }), [
        aLetterRow(name, { ...moments, ...sealed }),
      ]);
    },
    letters: () => store.listLetters('handed-over'),
  };
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 45_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not happen within 45 seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
