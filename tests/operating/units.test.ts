// The commands of the units in docs/deploy/, run as systemd runs them: as a user without rights, on code that cannot be
// written to, with the settings that the guide puts where it says. systemd itself is not here.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readUnit, withPaths } from '../support/docs/a-unit.ts';
import { canDropPrivileges, unprivileged } from '../support/machine/unprivileged.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { PRODUCTION_URL, productionSettings } from '../support/site/a-production-site.ts';
import { aFormToken, SITE_KEY } from '../support/site/a-referral-site.ts';
import { aServiceManager } from '../support/site/a-service-manager.ts';

const NOBODY = 65534;
const title = canDropPrivileges ? '' : ' [skipped: not root, or without unshare and setpriv]';

test.skipIf(!canDropPrivileges)(
  `the site's unit takes a referral and hands it over, and the backup's copies it, in their own folders alone${title}`,
  async () => {
    const install = await anInstall();
    const manager = await startSite(install);

    expect((await sendReferral(manager.origin)).status).toBe(303);
    await expect.poll(() => install.mail.copies.length).toBeGreaterThan(0);
    expect(await manager.end()).toBe(0);

    expect(runToEnd('directory-backup.service', install)).toMatchObject({ status: 0 });

    for (const folder of [install.dataDir, install.backups]) {
      const files = readdirSync(folder).map((name) => statSync(join(folder, name)));
      expect(files.length, folder).toBeGreaterThan(0);
      expect(new Set(files.map(({ uid }) => uid))).toEqual(new Set([NOBODY]));
      expect(files.filter(({ mode }) => (mode & 0o077) !== 0)).toEqual([]);
    }
  },
);

test.skipIf(!canDropPrivileges)(
  `a routing file that is moved over the old one is used without a restart${title}`,
  async () => {
    const install = await anInstall();
    const manager = await startSite(install, { LOG_LEVEL: 'info' });
    const before = readFileSync(install.routingFile, 'utf8');

    const copy = install.asGuideSays('routing.new.yaml');
    writeFileSync(
      copy,
      before.replace(/^version:.*$/m, 'version: next').replace(/[\w-]+@/g, 'new-$&'),
    );
    renameSync(copy, install.routingFile);
    const askAndRead = async () => {
      await fetch(`${manager.origin}/health`);
      return manager.log();
    };
    await expect.poll(askAndRead, { timeout: 60_000 }).toContain('routing.changed');

    await sendReferral(manager.origin);
    await expect.poll(() => install.mail.copies.length).toBeGreaterThan(0);
    expect(install.mail.copies[0]?.to).toMatch(/^new-/);
    expect(await manager.end()).toBe(0);
  },
);

type Install = Awaited<ReturnType<typeof anInstall>>;

async function startSite({ paths, outside }: Install, changes: Record<string, string> = {}) {
  const { command, environment } = readUnit('directory-site.service');
  const manager = await aServiceManager(
    { ...environmentOf(environment, paths), ...outside, ...changes },
    {
      command: unprivileged(
        command.map((word) => withPaths(word, paths)),
        [resolve('.')],
      ),
    },
  );
  onTestFinished(manager.close);
  await manager.start();
  return manager;
}

function sendReferral(origin: string) {
  return fetch(`${origin}/refer/`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: PRODUCTION_URL,
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '198.51.100.1',
    },
    body: aReferralForm({ formToken: aFormToken(), step: 'send' }).toString(),
  });
}

/** A unit of type oneshot. */
function runToEnd(name: string, { paths, outside }: Install) {
  const { command, environment } = readUnit(name);
  const [program = '', ...words] = unprivileged(
    command.map((word) => withPaths(word, paths)),
    [resolve('.')],
  );
  const { PATH = '' } = process.env;
  return spawnSync(program, words, {
    encoding: 'utf8',
    env: { PATH, ...environmentOf(environment, paths), OUT_DIR: outside.OUT_DIR },
  });
}

/** Folders and settings as the guide leaves them, elsewhere. */
async function anInstall() {
  const folder = mkdtempSync(join(tmpdir(), 'install-'));
  chmodSync(folder, 0o755);
  const { mail, environment, discard } = await productionSettings();
  onTestFinished(async () => {
    await discard();
    rmSync(folder, { recursive: true, force: true });
  });
  const credentials = join(folder, 'credentials');
  const dataDir = join(folder, 'data');
  const backups = join(folder, 'backups');
  for (const each of [credentials, dataDir, backups]) {
    mkdirSync(each, { mode: 0o700 });
    chownSync(each, NOBODY, NOBODY);
  }
  // What the guide makes root's, with the group of the site's user.
  const settings = join(folder, 'etc');
  const asGuideSays = (name: string) => {
    const file = join(settings, name);
    writeFileSync(file, '', { mode: 0o640 });
    chownSync(file, 0, NOBODY);
    return file;
  };
  mkdirSync(settings, { mode: 0o750 });
  chownSync(settings, 0, NOBODY);
  const routingFile = asGuideSays('routing.yaml');
  const { OUT_DIR, NODE_EXTRA_CA_CERTS, ROUTING_FILE, SITE_URL, SMTP_URL, MAIL_FROM } = environment;
  for (const each of [OUT_DIR, dirname(NODE_EXTRA_CA_CERTS)]) chmodSync(each, 0o755);
  chmodSync(NODE_EXTRA_CA_CERTS, 0o644);
  writeFileSync(routingFile, readFileSync(ROUTING_FILE));
  writeFileSync(join(folder, 'env'), `SITE_URL=${SITE_URL}\n`);
  writeFileSync(
    join(settings, 'site.env'),
    `SMTP_URL=${SMTP_URL}\nMAIL_FROM=${MAIL_FROM}\nREFERRAL_KEY=${SITE_KEY}\n`,
    { mode: 0o600 },
  );
  const paths = {
    '/opt/directory/.env': join(folder, 'env'),
    '/opt/directory': resolve('.'),
    '/var/lib/directory': dataDir,
    '/var/backups/directory': backups,
    '/etc/directory': settings,
    '%d': credentials,
  };
  // A copy, made as the unit starts, as systemd does.
  for (const each of readUnit('directory-site.service').all('LoadCredential')) {
    const [name = '', from = ''] = each.split(':');
    copyFileSync(withPaths(from, paths), join(credentials, name));
    chownSync(join(credentials, name), NOBODY, NOBODY);
  }
  return {
    mail,
    dataDir,
    backups,
    routingFile,
    asGuideSays,
    outside: { OUT_DIR, NODE_EXTRA_CA_CERTS },
    paths,
  };
}

function environmentOf(environment: Record<string, string>, paths: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, withPaths(value, paths)]),
  );
}
