import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readMail } from '../support/mail/read-mail.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { anOperator } from '../support/referral/an-operator.ts';
import { aBuild } from '../support/site/a-build.ts';
import { aProductionSite, PRODUCTION_URL } from '../support/site/a-production-site.ts';
import { toText } from '../support/site/built-pages.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const operator = anOperator('lonely\n');
afterAll(operator.discard);

describe('a production server', () => {
  test('writes letters whose links begin with SITE_URL, and lets a team confirm by theirs', async () => {
    const site = await aProductionSite();
    onTestFinished(site.stop);
    // As a browser sends it from behind a proxy.
    const headers = { origin: PRODUCTION_URL };
    const form = aReferralForm({
      formToken: site.token(),
      step: 'send',
      email: 'resident@post.directory-on-trial.org.uk',
      emailCopy: 'yes',
    });
    const sent = await site.post(form, { headers });
    expect(sent.status).toBe(303);
    await expect.poll(() => site.mail.copies.length).toBe(2);
    const links = site.mail.copies.flatMap(({ bytes }) => findOwnLinks(readMail(bytes).text));

    expect(links.map(({ origin }) => origin)).toEqual([PRODUCTION_URL, PRODUCTION_URL]);
    const path = links.find(({ pathname }) => pathname.includes('/received/'))?.pathname ?? '';
    const page = await site.get(path);
    expect(page.status).toBe(200);
    const opened = /name="opened" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    // As long as a person takes to read the question.
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    const said = new URLSearchParams({ opened, have: 'yes' });
    expect((await site.post(said, { path, headers })).status).toBe(303);
    expect(toText(await (await site.get(path)).text())).toContain('You told us on');
  });

  test.each([
    ['', /^ {2}SITE_URL is not set/m],
    ['http://127.0.0.1:4321', /^ {2}SITE_URL: 'http:\/\/127\.0\.0\.1:4321' has no public name/m],
    ['https://directory.example', /^ {2}SITE_URL: 'https:\/\/directory\.example' has no public/m],
  ])('does not start with SITE_URL=%s, nor advises to build with that', async (siteUrl, told) => {
    const site = await aProductionSite({ SITE_URL: siteUrl });
    onTestFinished(site.stop);

    expect(site.origin).toBeUndefined();
    expect(await site.exited).toBe(1);
    expect(site.log()).toMatch(/^The server cannot take referrals, and does not start:$/m);
    expect(site.log()).toMatch(told);
    expect(site.log()).not.toContain('npm run build');
  });

  test('does not start on a build for another SITE_URL, and names both and what to run', async () => {
    const other = 'https://new.directory-on-trial.org.uk';
    const site = await aProductionSite({ SITE_URL: other });
    onTestFinished(site.stop);

    expect(site.origin).toBeUndefined();
    expect(await site.exited).toBe(1);
    expect(site.log()).toContain(`was built for ${PRODUCTION_URL}, and SITE_URL is ${other}`);
    expect(site.log()).toContain(`SITE_URL=${other} npm run build`);
  });
});

describe('a build for production', () => {
  test.each([
    ['', 'SITE_URL is not set'],
    ['https://127.0.0.1:4321', "SITE_URL: 'https://127.0.0.1:4321' has no public name"],
    ['https://support.nhs.uk/directory/', 'expected https://… and nothing after the name'],
  ])('stops at once with SITE_URL=%s, and says why in a line', (siteUrl, told) => {
    const outDir = join(tmpdir(), `no-build-${process.pid}`);
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
      env: { ...process.env, NODE_ENV: 'production', SITE_URL: siteUrl, OUT_DIR: outDir },
      encoding: 'utf8',
    });

    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(told);
    expect(stderr.trimEnd().split('\n')).toHaveLength(told.startsWith('SITE_URL') ? 1 : 2);
    expect(existsSync(outDir)).toBe(false);
  });
});

test('a worker of its own does not start in production without SITE_URL', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/deliver.ts'], {
    env: { ...process.env, NODE_ENV: 'production', SITE_URL: '', DATA_DIR: operator.dataDir },
    encoding: 'utf8',
  });

  expect(status).toBe(1);
  expect(stderr).toMatch(/^SITE_URL is not set/m);
});

describe('an operator who redirects a letter', () => {
  const redirect = ['redirect', 'SP-AAAA-6666', 'borough', '--reason', 'the mailbox is gone'];
  beforeAll(() => operator.stores('SP-AAAA-6666', { state: 'needs-human' }));

  test.each([
    ['in production without SITE_URL', () => ({ NODE_ENV: 'production' }), /\nSITE_URL is not set/],
    [
      'without the SITE_URL of the build that is served',
      () => ({ OUT_DIR: aBuild({ madeFor: PRODUCTION_URL }) }),
      /\nSITE_URL is http:\/\/127\.0\.0\.1:4321, .* Set SITE_URL=https:\/\/support\.directory/,
    ],
  ])('%s is told so, and nothing is changed', async (_when, settings, told) => {
    const before = await operator.letterOf('SP-AAAA-6666');
    const changes = { SITE_URL: '', ...settings() };
    const { code, err } = await operator.referralsInShell(redirect, changes);

    expect(code).toBe(1);
    expect(err).toMatch(told);
    expect(await operator.letterOf('SP-AAAA-6666')).toEqual(before);
  });

  test('can look at it all the same', async () => {
    const changes = { SITE_URL: '', OUT_DIR: aBuild({ madeFor: PRODUCTION_URL }) };
    const { code, out } = await operator.referralsInShell(['list'], changes);

    expect(code).toBe(0);
    expect(out).toContain('SP-AAAA-6666');
  });
});

describe('while trying things out', () => {
  test('a server does not start on a build for another SITE_URL either', async () => {
    const built = aBuild({ madeFor: 'https://support.nhs.uk' });
    const site = await startBuiltSite({ OUT_DIR: built, SITE_URL: 'http://127.0.0.1:9' });
    onTestFinished(async () => void (await site.stop()));

    expect(site.origin).toBeUndefined();
    expect(site.log()).toContain(
      `${built}/ was built for https://support.nhs.uk, and SITE_URL is http://127.0.0.1:9`,
    );
  });

  test('nor on one that does not say for which', async () => {
    const site = await startBuiltSite({ OUT_DIR: aBuild({ madeFor: null }), SITE_URL: '' });
    onTestFinished(async () => void (await site.stop()));

    expect(site.origin).toBeUndefined();
    expect(site.log()).toContain('SITE_URL=http://127.0.0.1:4321 npm run build');
  });

  test('a server that hands letters to a mail server warns of links that others cannot open', async () => {
    const local = 'http://127.0.0.1:4321';
    const site = await startBuiltSite({
      OUT_DIR: aBuild({ madeFor: local }),
      SITE_URL: local,
      SMTP_URL: 'smtp://127.0.0.1:9',
    });
    await site.stop();

    expect(site.log()).toMatch(
      /^Letters .* begin with http:\/\/127\.0\.0\.1:4321, .* NODE_ENV=production\.$/m,
    );
  });
});

/** Links to a referral's pages. */
function findOwnLinks(text: string): URL[] {
  return [...text.matchAll(/https?:\S+\/refer\/\S+/g)].map(([link]) => new URL(link));
}
