/** Covers src/platform/once.ts, src/wiring/environment.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBuildVersion } from '../../src/platform/files/build-version.ts';
import { aBuild } from '../support/site/a-build.ts';
import { buildFolder } from '../support/site/build-folder.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

test('the server says which build it serves and where, and stops with success when asked', async () => {
  const site = await startBuiltSite({ LOG_LEVEL: 'info' });
  const [started = '', address, ...more] = site.log().trimEnd().split('\n').toSorted().toReversed();

  expect([address, more]).toEqual([`The site is at ${site.origin}/`, []]);
  expect(JSON.parse(started)).toMatchObject({
    event: 'server.started',
    ...readBuildVersion(buildFolder),
  });
  expect(await site.stop()).toBe(0);
});

test('the server does not start without a build, and says what to run', async () => {
  const site = await startBuiltSite({ OUT_DIR: 'no-such-folder' });

  expect([site.origin, await site.exited]).toEqual([undefined, 1]);
  expect(site.log()).toBe(
    'There is no built site in no-such-folder/. Run "npm run build" first.\n',
  );
});

test('the server says at start that its build is of other content, and serves its pages', async () => {
  const site = await startBuiltSite({ OUT_DIR: aBuild({ madeFrom: 'other files' }) });
  const page = await site.get('/');
  await site.stop();

  expect(site.log()).toMatch(
    /^\S+ was built from other content or code than is here\. Run "npm run build"\.$/m,
  );
  expect(await page.text()).toBe('Home');
});

test('the server says at start that search cannot', async () => {
  const site = await startBuiltSite({
    OUT_DIR: aBuild({ healthStatus: 500 }),
  });
  const page = await site.get('/');
  await site.stop();

  expect(site.log()).toMatch(/^Search or referrals do not work; .*$/m);
  expect(await page.text()).toBe('Home');
});

test('the server does not start on a build that lost a file, and names it and two ways out', async () => {
  const outDir = aBuild({ isNoted: true });
  rmSync(join(outDir, 'client/index.html'));
  const site = await startBuiltSite({ OUT_DIR: outDir });

  expect([site.origin, await site.exited]).toEqual([undefined, 1]);
  expect(site.log()).toMatch(/ is not whole: 1 of its \d+ files are missing or cut short /);
  expect(site.log()).toMatch(/\(client\/index\.html\)\. Run "npm run build", or .* --back"/);
});

test('the server does not start on a port that is taken, and says so', async () => {
  const first = await startBuiltSite();
  const second = await startBuiltSite({ PORT: String(first.port) });

  expect(await second.exited).toBe(1);
  expect(second.log()).toMatch(`Port ${first.port} is taken`);
  await first.stop();
});

test('the server does not start with settings it cannot use, and lists them all', async () => {
  const site = await startBuiltSite({ PORT: 'x', SITE_URL: 'y' });

  expect(await site.exited).toBe(1);
  expect(site.log()).toMatch(/PORT: .*\n.*SITE_URL: /);
});

test('a production server that lacks settings does not start, and lists them all at once', async () => {
  const routing = join(mkdtempSync(join(tmpdir(), 'routing-')), 'routing.yaml');
  writeFileSync(
    routing,
    'version: one\nallowedDomains: [nhs.example]\nteams: {}\nborough: nobody\n',
  );
  const site = await startBuiltSite({
    OUT_DIR: aBuild(),
    NODE_ENV: 'production',
    ROUTING_FILE: routing,
    SMTP_URL: '',
    MAIL_FROM: '',
    REFERRAL_KEY: '',
    SITE_URL: '',
  });

  expect(await site.exited).toBe(1);
  expect(site.log()).toMatch(/^The server cannot take referrals, and does not start:\n/);
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'REFERRAL_KEY', 'SITE_URL', 'borough']) {
    expect(site.log()).toContain(name);
  }
  expect(site.log()).toContain('has no destination');
});
