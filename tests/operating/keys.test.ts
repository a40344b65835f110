/** What locks referrals: taken into use, replaced and lost, by servers and commands as they run. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aMailServer, type MailServer } from '../support/mail/a-mail-server.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { anOperator, TOMORROW } from '../support/referral/an-operator.ts';
import { aBuild } from '../support/site/a-build.ts';
import { PRODUCTION_URL } from '../support/site/a-production-site.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const newKey = Buffer.alloc(32, 7).toString('base64');
let mail: MailServer;
beforeAll(async () => {
  mail = await aMailServer();
});
afterAll(() => mail.close());
beforeEach(() => {
  mail.copies.length = 0;
});

async function aServer(settings: Record<string, string>) {
  return startBuiltSite({
    OUT_DIR: aBuild(),
    SMTP_URL: mail.url,
    NODE_EXTRA_CA_CERTS: mail.caFile,
    ...settings,
  });
}

test('a production server that is refused for its settings makes neither a store nor a key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'refused-'));
  const DATA_DIR = join(folder, 'data');
  const site = await aServer({
    DATA_DIR,
    NODE_ENV: 'production',
    SITE_URL: PRODUCTION_URL,
    REFERRAL_KEY: newKey,
    MAIL_FROM: 'referrals@post.directory-on-trial.org.uk',
    ROUTING_FILE: '',
  });

  expect(await site.exited).toBe(1);
  expect(site.log()).toContain('ROUTING_FILE is not set');
  expect(existsSync(join(DATA_DIR, 'referrals.sqlite'))).toBe(false);
  expect(existsSync(join(DATA_DIR, 'referral.key'))).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a store that was first opened to try things out says so to a server with a key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demonstration-'));
  const DATA_DIR = join(folder, 'data');
  await (await aServer({ DATA_DIR, REFERRAL_KEY: '', SMTP_URL: '' })).stop();
  expect(readdirSync(DATA_DIR)).toContain('referral.key');
  const site = await aServer({ DATA_DIR, REFERRAL_KEY: newKey });

  expect(await site.exited).toBe(1);
  expect(site.log()).toContain('Use an empty DATA_DIR');
  rmSync(folder, { recursive: true });
});

describe('a key that is replaced', () => {
  const operator = anOperator('Words of a made-up person');
  afterAll(operator.discard);
  const keys = () => ({
    REFERRAL_KEY: newKey,
    REFERRAL_KEY_BEFORE: readFileSync(join(operator.dataDir, 'referral.key'), 'utf8').trim(),
  });

  test('sends what waited under the old one, and says when that can go', async () => {
    await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: 0 });
    await operator.stores('SP-AAAA-4444', { state: 'pending', dueAt: TOMORROW });
    const site = await aServer({ DATA_DIR: operator.dataDir, ...keys() });
    expect(site.origin, site.log()).toBeDefined();
    await expect
      .poll(() => mail.copies.some(({ bytes }) => bytes.includes('Words of a made-up person')))
      .toBe(true);
    await site.stop();

    const { out } = await operator.referralsInShell(['key'], keys());
    expect(out).toMatch(/locked with REFERRAL_KEY_BEFORE +2$/m);
    expect(out).toContain('must stay');
    const because = ['--reason', 'the team asked for it'];
    for (const reference of ['SP-AAAA-3333', 'SP-AAAA-4444']) {
      await operator.referralsInShell(['shred', reference, ...because], keys());
    }
    expect((await operator.referralsInShell(['key'], keys())).out).toContain('can go');
    const later = await aServer({ DATA_DIR: operator.dataDir, REFERRAL_KEY: newKey });
    expect(later.origin, later.log()).toBeDefined();
    await later.stop();
  });

  test('leaves no server with the old one alone', async () => {
    const site = await aServer({
      DATA_DIR: operator.dataDir,
      REFERRAL_KEY: keys().REFERRAL_KEY_BEFORE,
    });

    expect(await site.exited).toBe(1);
    expect(site.log()).toContain('REFERRAL_KEY is the key before');
  });
});

test('a form that was opened before the key was replaced is taken after it', async () => {
  const site = await aReferralSite({
    REFERRAL_KEY: newKey,
    REFERRAL_KEY_BEFORE: Buffer.alloc(32, 'test key').toString('base64'),
  });
  const answer = await site.post(aReferralForm({ step: 'send', formToken: site.token() }));
  await site.stop();

  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(/^\/refer\/status\//);
});

test('a key that is lost: nothing goes out, people are rung by the list, and new referrals are taken', async () => {
  const operator = anOperator('Words that nobody can read any more');
  await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: 0 });
  rmSync(join(operator.dataDir, 'referral.key'));
  const settings = { DATA_DIR: operator.dataDir, REFERRAL_KEY: newKey };
  const refused = await aServer(settings);
  expect(await refused.exited).toBe(1);
  const lost = (...words: string[]) => operator.referralsInShell(words, settings);

  expect((await lost('list')).out).toMatch(/SP-AAAA-3333 .* F84012/);
  const asked = await lost('key-lost');
  expect(asked.code).toBe(1);
  const store = join(operator.dataDir, 'referrals.sqlite');
  expect(asked.err).toContain(`key-lost --yes ${store}`);
  expect(await lost('key-lost', '--yes', store)).toMatchObject({ code: 0 });
  expect((await lost('list')).out).toMatch(/SP-AAAA-3333 .* needs-human .* key-lost/);

  const site = await aServer(settings);
  expect(site.origin, site.log()).toBeDefined();
  await site.stop();
  expect(mail.copies.some(({ bytes }) => bytes.includes('Words that'))).toBe(false);
  operator.discard();
});
