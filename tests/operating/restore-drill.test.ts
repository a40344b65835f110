/** The drills of docs/run-referrals.md, line by line as they are written there, on stores of this test. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deriveKey } from '../../src/platform/secrets/derived-key.ts';
import { createSealing } from '../../src/platform/secrets/sealing.ts';
import { aPostgres, findPostgresPrograms, hasPostgres } from '../support/machine/a-postgres.ts';
import { aMailServer, type MailServer } from '../support/mail/a-mail-server.ts';
import { aLetterRow, aReferralRow, aStore } from '../support/referral/a-store.ts';
import { aBuild } from '../support/site/a-build.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const key = Buffer.alloc(32, 7);
const guide = readFileSync('docs/run-referrals.md', 'utf8');
const [sqliteDrill = [], postgresDrill = []] = [
  ...guide.slice(guide.indexOf('## Restore')).matchAll(/^```sh\n(.*?)^```/gms),
].map(([, lines = '']) => lines.trim().split('\n'));

let mail: MailServer;
beforeAll(async () => {
  mail = await aMailServer();
});
afterAll(() => mail.close());

let folder: string;
let site: Awaited<ReturnType<typeof startBuiltSite>> | undefined;
let settings: Record<string, string>;
beforeEach(() => {
  mail.copies.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'drill-'));
  for (const name of ['data', 'backups', 'bin']) mkdirSync(join(folder, name), { mode: 0o700 });
  aProgram('sudo', 'exec "$@"');
  aProgram('directory-referrals', `exec '${process.execPath}' scripts/referrals.ts "$@"`);
  settings = {
    OUT_DIR: aBuild(),
    DATA_DIR: join(folder, 'data'),
    REFERRAL_KEY: key.toString('base64'),
    SMTP_URL: mail.url,
    NODE_EXTRA_CA_CERTS: mail.caFile,
  };
});
afterEach(async () => {
  await site?.stop();
  site = undefined;
  rmSync(folder, { recursive: true });
});

test('SQLite: what was sent after the copy is not sent again, and waits for a person', async () => {
  await sendAfterBackup();
  for (const name of readdirSync(join(folder, 'data'))) {
    rmSync(join(folder, 'data', name), { recursive: true });
  }

  expect(sqliteDrill.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'sudo systemctl stop',
    'sudo directory-referrals restore',
    'sudo systemctl start',
    'sudo directory-referrals list',
  ]);
  const said = await follow(sqliteDrill);

  expect(said.at(-1)).toMatch(/SP-TEST-a .* needs-human .* restored/);
  await expectNothingMoreSent();
});

describe.skipIf(!hasPostgres)('PostgreSQL [skipped where there is none]', () => {
  let server: Awaited<ReturnType<typeof aPostgres>>;
  beforeAll(async () => {
    server = await aPostgres();
  });
  afterAll(() => server.close());

  test('what was sent after the copy is not sent again, though the server starts before anybody decided', async () => {
    const url = new URL(server.aDatabase());
    settings.DATABASE_URL = url.href;
    Object.assign(settings, { PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username });
    await sendAfterBackup();
    settings.DATABASE_URL = new URL('/referrals_back', url).href;

    const said = await follow(
      postgresDrill.map((line) => line.replace('db.example:5432', url.host)),
      { asksFirst: 'sudo directory-referrals mark-restored' },
    );

    expect(said.at(-1)).toMatch(/SP-TEST-a .* needs-human .* restored/);
    await expectNothingMoreSent();
  });
});

/** A letter that waits when the copy is made, and is sent after that. */
async function sendAfterBackup(): Promise<void> {
  const { store, database } = await aStore(toPlace());
  const now = Date.now();
  await store.noteIdentity(now);
  await store.insertReferral(aReferralRow('a', { acceptedAt: now }), [aSealedLetter('a')]);
  await database.close();
  await run('directory-referrals backup backups --keep 7'.replace('backups', `${folder}/backups`));
  await start();
  await expect.poll(() => countSent()).toBe(1);
}

async function follow(
  lines: readonly string[],
  { asksFirst }: { asksFirst?: string } = {},
): Promise<string[]> {
  const [newest = ''] = readdirSync(join(folder, 'backups'));
  const said: string[] = [];
  for (const line of lines) {
    if (line.startsWith('sudo systemctl stop ')) await stop();
    else if (line.startsWith('sudo systemctl start ')) await start();
    else {
      const written = line.replace(/\/var\/backups\/directory\/\S+/, `${folder}/backups/${newest}`);
      said.push(await run(written, line === asksFirst ? 1 : 0));
    }
  }
  return said;
}

async function expectNothingMoreSent(): Promise<void> {
  // The worker looks for letters each second: one that is accepted now is sent, and comes after any other.
  const { store, database } = await aStore(toPlace());
  await store.insertReferral(aReferralRow('b', { acceptedAt: Date.now() }), [aSealedLetter('b')]);
  await database.close();
  await expect.poll(() => countSent('b')).toBe(1);
  expect(countSent()).toBe(1);
}

/** Without what the staff is told besides. */
function countSent(name = 'a'): number {
  return mail.copies.filter(({ bytes }) => bytes.toString().includes(`Letter ${name} of the drill`))
    .length;
}

function aSealedLetter(name: string) {
  const words = { subject: 'S', text: `Letter ${name} of the drill` };
  const text = JSON.stringify({ version: 1, destination: { to: 'borough' }, ...words });
  const id = `letter-${name}`;
  const sealed = createSealing(deriveKey(key, 'letter keys')).seal(id, text);
  const now = Date.now();
  return aLetterRow(name, { id, createdAt: now, datedAt: now, dueAt: 0, ...sealed });
}

async function start(): Promise<void> {
  site = await startBuiltSite(settings);
  expect(site.origin, site.log()).toBeDefined();
}

async function stop(): Promise<void> {
  await site?.stop();
  site = undefined;
}

function toPlace() {
  const databaseUrl = settings.DATABASE_URL;
  return { dataDir: join(folder, 'data'), ...(databaseUrl ? { databaseUrl } : {}) };
}

function aProgram(name: string, line: string): void {
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${line}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

function run(line: string, expected = 0): Promise<string> {
  const PATH = [join(folder, 'bin'), findPostgresPrograms(), process.env.PATH].join(':');
  return new Promise((resolve, reject) => {
    execFile(
      'sh',
      ['-c', line],
      { env: { ...process.env, ...settings, PATH } },
      (error, out, err) =>
        (error ? error.code : 0) === expected
          ? resolve(out || err)
          : reject(new Error(`${line}\n${out}${err}`)),
    );
  });
}
