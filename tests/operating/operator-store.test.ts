/** Which store the operator's commands use, and that they make none. Covers src/platform/files/become-owner.ts. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPostgres, hasPostgres } from '../support/machine/a-postgres.ts';
import { anOperator, TOMORROW } from '../support/referral/an-operator.ts';

const made: string[] = [];
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'operator-store-'));
  made.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

let operator: ReturnType<typeof anOperator>;
beforeEach(() => {
  operator = anOperator('a letter');
});
afterEach(() => operator.discard());

const because = ['--reason', 'the team asked for it'];
const otherKey = Buffer.alloc(32, 7).toString('base64');

describe('where there is no store', () => {
  test.each([['list'], ['counts'], ['mark-restored'], ['backup', 'copy.db']])(
    '%s says so, and makes neither a store nor a folder nor a key',
    async (...words) => {
      const nowhere = join(aFolder(), 'var');
      const { code, out, err } = await operator.referralsInShell(words, { DATA_DIR: nowhere });

      expect([code, out]).toEqual([3, '']);
      expect(err).toContain(`There is no store of referrals at ${nowhere}/referrals.sqlite`);
      expect(existsSync(nowhere)).toBe(false);
    },
  );

  test('an empty folder stays empty', async () => {
    const folder = aFolder();
    const { code } = await operator.referralsInShell(['list'], { DATA_DIR: folder });

    expect(code).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!hasPostgres)('an empty PostgreSQL database stays empty', async () => {
    const postgres = await aPostgres();
    const DATABASE_URL = postgres.aDatabase().replace('tester@', 'tester:secret-word@');
    const first = await operator.referralsInShell(['list'], { DATABASE_URL });
    const again = await operator.referralsInShell(['list'], { DATABASE_URL });
    postgres.close();

    for (const { code, err } of [first, again]) {
      expect(code).toBe(3);
      expect(err).toMatch(/^Store: PostgreSQL, 127\.0\.0\.1:\d+\/test1$/m);
      expect(err).toMatch(/There is no store of referrals at 127\.0\.0\.1:\d+\/test1/);
      expect(err).not.toContain('secret-word');
    }
  });
});

test('each command says first which store it reads, and beside its answer', async () => {
  await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
  const { out, err } = await operator.referralsInShell(['export-counts']);

  expect(err).toBe(`Store: ${operator.dataDir}/referrals.sqlite\n`);
  expect(out).toMatch(/^month,team/);
});

test('a store of an older version is left as it is', async () => {
  await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
  const file = new DatabaseSync(join(operator.dataDir, 'referrals.sqlite'));
  file.exec("delete from migration where name like '0006%'");
  file.exec('alter table letter drop column plannedAt');
  file.close();
  const { code, err } = await operator.referralsInShell(['list']);

  expect(code).toBe(3);
  expect(err).toContain('is of an older version');
});

test("without the server's settings a command refuses where the site was set up for the public", async () => {
  const { code, out, err } = await operator.referralsInShell(['list'], {
    DATA_DIR: '',
    NODE_ENV: '',
    SITE_URL: 'https://support.directory-on-trial.org.uk',
  });

  expect([code, out]).toEqual([3, '']);
  expect(err).toContain('sudo directory-referrals list');
  expect(err).toContain('DATA_DIR');
});

describe('with the key lost', () => {
  beforeEach(async () => {
    await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
  });

  test('the list names references, practices and times, and no key is made', async () => {
    rmSync(join(operator.dataDir, 'referral.key'));
    const { code, out } = await operator.referralsInShell(['list']);

    expect(code).toBe(0);
    expect(out).toMatch(/SP-AAAA-3333 .*pending.* \d{4}-\d\d-\d\d \d\d:\d\d +F84012/);
    expect(out).toContain('cannot be read');
    expect(existsSync(join(operator.dataDir, 'referral.key'))).toBe(false);
  });

  test('one is shown without its text', async () => {
    const { code, out } = await operator.referralsInShell(['show', 'SP-AAAA-3333'], {
      REFERRAL_KEY: otherKey,
    });

    expect(code).toBe(0);
    expect(out).toContain('Practice: F84012');
    expect(out).toContain('REFERRAL_KEY is not the key');
  });

  test.each([
    ['show', 'SP-AAAA-3333', ...because],
    ['retry', 'SP-AAAA-3333', ...because],
    ['redirect', 'SP-AAAA-3333', 'borough', ...because],
  ])('%s is refused, and nothing is written down', async (...words) => {
    const { code, err } = await operator.referralsInShell(words, { REFERRAL_KEY: otherKey });

    expect(code).toBe(1);
    expect(err).toContain('REFERRAL_KEY is not the key');
    expect((await operator.referrals('show', 'SP-AAAA-3333')).out).toContain('Nothing yet.');
  });

  test('what needs no text is done', async () => {
    const words = ['delivered', 'SP-AAAA-3333', ...because];
    expect(await operator.referralsInShell(words, { REFERRAL_KEY: otherKey })).toMatchObject({
      code: 0,
    });
  });
});

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

describe.skipIf(!isRoot)('as root on a store of somebody else [skipped unless root]', () => {
  test('no file changes hands, and none that is new is of root', async () => {
    await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
    const copy = join(operator.dataDir, 'copy.db');
    giveTo(operator.dataDir);

    for (const words of [['list'], ['backup', copy], ['restore', copy]]) {
      expect(await operator.referralsInShell(words)).toMatchObject({ code: 0 });
    }
    const owners = readdirSync(operator.dataDir, { recursive: true, encoding: 'utf8' }).map(
      (name) => [name, statSync(join(operator.dataDir, name)).uid],
    );
    expect(owners.filter(([, uid]) => uid !== nobody)).toEqual([]);
    expect(statSync(join(operator.dataDir, 'referrals.sqlite')).mode & 0o777).toBe(0o600);
  });

  test('a backup that its user cannot read is not put back, and it is said why', async () => {
    await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
    const folder = aFolder();
    chmodSync(folder, 0o755);
    const copy = join(folder, 'copy.db');
    await operator.referrals('backup', copy);
    giveTo(operator.dataDir);
    const { code, err } = await operator.referralsInShell(['restore', copy]);

    expect(code).toBe(1);
    expect(err).toContain('cannot be read by the user');
  });

  test('acts are written down under the name of who typed sudo', async () => {
    await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
    giveTo(operator.dataDir);
    const words = ['delivered', 'SP-AAAA-3333', ...because];
    await operator.referralsInShell(words, { SUDO_USER: 'alex' });

    expect((await operator.referralsInShell(['show', 'SP-AAAA-3333'])).out).toContain(
      'delivered, by alex by sudo: the team asked for it',
    );
  });
});

function giveTo(folder: string): void {
  chownSync(folder, nobody, nobody);
  for (const name of readdirSync(folder)) chownSync(join(folder, name), nobody, nobody);
}
