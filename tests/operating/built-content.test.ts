/** An editor is half-way through a change, and the server, its worker or a command starts. Covers src/platform/files/build-in-use.ts, src/wiring/sources.ts. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aWorkingCopy } from '../support/machine/a-working-copy.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { aReferralSite, SITE_KEY } from '../support/site/a-referral-site.ts';
import { buildFolder } from '../support/site/build-folder.ts';
import { toText } from '../support/site/built-pages.ts';

const copy = aWorkingCopy();
let site: Awaited<ReturnType<typeof aReferralSite>>;

beforeAll(async () => {
  symlinkSync(resolve(buildFolder), join(copy.folder, 'dist'));
  for (const path of [
    'content/organisations/bow-foodbank.yaml',
    'content/lists/needs.yaml',
    'content/practices.yaml',
    'content/locales/en/refer.json',
    'content/locales/bn/staff.json',
    'content/locales/so/site.json',
    'content/routing.example.yaml',
    'search-index/definition.json',
  ]) {
    copy.write(path, 'half: [way\n<<<<<<< ');
  }
  site = await aReferralSite({ OUT_DIR: 'dist' }, copy.folder);
});
afterAll(async () => {
  await site?.stop();
  copy.discard();
});

describe('while content/ and search-index/ are broken', () => {
  test('a build would be refused, as the command says', async () => {
    await expect(copy.run('scripts/check-content.ts')).rejects.toThrow();
  });

  test('the server starts, and shows pages and finds listings in each language', async () => {
    for (const locale of ['', '/bn', '/so']) {
      expect((await site.get(`${locale}/`)).status).toBe(200);
      const results = await (await site.get(`${locale}/search/?q=food`)).text();
      expect(results).toContain(`href="${locale}/organisations/`);
    }
    expect(await (await site.get('/health')).json()).toMatchObject({
      search: { degraded: false },
      pages: { status: 'ok', troubles: [] },
    });
  });

  test('a referral is taken and its letter is written, and the command lists it', async () => {
    const sent = await site.post(aReferralForm({ formToken: site.token(), step: 'send' }));
    expect(sent.status).toBe(303);
    const page = await site.get(new URL(sent.headers.get('location') ?? '', site.origin).pathname);
    const reference = /SP-\w{4}-\w{4}/.exec(toText(await page.text()))?.[0];
    const mail = join(site.dataDir, 'mail');
    await expect.poll(() => existsSync(mail) && readdirSync(mail).length).toBeGreaterThan(0);

    const listed = referrals('list');
    const shown = referrals('show', reference ?? '');

    const store = `Store: ${site.dataDir}/referrals.sqlite\n`;
    expect([listed.status, listed.stderr, shown.stderr]).toEqual([0, store, store]);
    expect(shown.stdout).toContain(reference);
  });
});

function referrals(...words: string[]) {
  return spawnSync(process.execPath, ['scripts/referrals.ts', ...words], {
    cwd: copy.folder,
    env: { ...process.env, OUT_DIR: 'dist', DATA_DIR: site.dataDir, REFERRAL_KEY: SITE_KEY },
    encoding: 'utf8',
  });
}
