/** A machine that only serves: the packages of package.json's `dependencies` and a finished build, nothing to build with. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { outsideNpm } from '../support/machine/outside-npm.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { aReferralSite, SITE_KEY } from '../support/site/a-referral-site.ts';
import { buildFolder } from '../support/site/build-folder.ts';
import { toText } from '../support/site/built-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'serving alone '));
afterAll(() => rmSync(folder, { recursive: true }));

test('takes and sends a referral, and runs the worker and the operator’s command', async (context) => {
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'scripts', 'src']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'dist.builds'));
  cpSync(realpathSync(buildFolder), join(folder, 'dist'), { recursive: true });
  const installed = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts'], {
    cwd: folder,
    env: outsideNpm(),
    encoding: 'utf8',
  });
  if (installed.status !== 0) return context.skip('npm’s registry cannot be reached');
  expect(existsSync(join(folder, 'node_modules/astro'))).toBe(false);
  expect(readdirSync(join(folder, 'node_modules')).length).toBeLessThan(80);

  const site = await aReferralSite({ OUT_DIR: 'dist' }, folder);
  const results = await (await site.get('/bn/search/?q=food')).text();
  const sent = await site.post(aReferralForm({ formToken: site.token(), step: 'send' }));
  const status = new URL(sent.headers.get('location') ?? '', site.origin).pathname;
  const reference = /SP-\w{4}-\w{4}/.exec(toText(await (await site.get(status)).text()))?.[0];
  const mail = join(site.dataDir, 'mail');
  await expect.poll(() => existsSync(mail) && readdirSync(mail).length).toBeGreaterThan(0);
  const env = { ...outsideNpm(), OUT_DIR: 'dist', DATA_DIR: site.dataDir, REFERRAL_KEY: SITE_KEY };
  const shown = spawnSync(process.execPath, ['scripts/referrals.ts', 'show', reference ?? ''], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  const worker = spawn(process.execPath, ['scripts/deliver.ts'], { cwd: folder, env });
  const [said] = await once(worker.stdout, 'data');
  worker.kill('SIGTERM');
  await once(worker, 'close');
  await site.stop();

  expect(results).toContain('href="/bn/organisations/');
  expect(shown.stderr).toBe(`Store: ${site.dataDir}/referrals.sqlite\n`);
  expect(shown.stdout).toContain(reference);
  expect(String(said)).toContain('Letters are sent from here.');
}, 900_000);
