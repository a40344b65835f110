// The commands of the units in docs/deploy/, run as systemd runs them: as a user without rights, on code that cannot be
// written to, with the settings that the guide puts where it says. systemd itself is not here.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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
    const { command, environment } = readUnit('directory-site.service');
    const manager = await aServiceManager(
      { ...environmentOf(environment, install.paths), ...install.outside },
      {
        command: unprivileged(
          command.map((word) => withPaths(word, install.paths)),
          [resolve('.')],
        ),
      },
    );
    onTestFinished(manager.close);
    await manager.start();

    const sent = await fetch(`${manager.origin}/refer/`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: PRODUCTION_URL,
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': '198.51.100.1',
      },
      body: aReferralForm({ formToken: aFormToken(), step: 'send' }).toString(),
    });
    expect(sent.status).toBe(303);
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

/** A unit of type oneshot. */
function runToEnd(name: string, { paths, outside }: Awaited<ReturnType<typeof anInstall>>) {
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
  // As LoadCredential hands them over: the user's own.
  const credentials = join(folder, 'credentials');
  const dataDir = join(folder, 'data');
  const backups = join(folder, 'backups');
  for (const each of [credentials, dataDir, backups]) {
    mkdirSync(each, { mode: 0o700 });
    chownSync(each, NOBODY, NOBODY);
  }
  const { OUT_DIR, NODE_EXTRA_CA_CERTS, ROUTING_FILE, SITE_URL, SMTP_URL, MAIL_FROM } = environment;
  for (const each of [OUT_DIR, dirname(NODE_EXTRA_CA_CERTS)]) chmodSync(each, 0o755);
  chmodSync(NODE_EXTRA_CA_CERTS, 0o644);
  chmodSync(ROUTING_FILE, 0o644);
  writeFileSync(join(folder, 'env'), `SITE_URL=${SITE_URL}\n`);
  writeFileSync(
    join(credentials, 'site.env'),
    `SMTP_URL=${SMTP_URL}\nMAIL_FROM=${MAIL_FROM}\nREFERRAL_KEY=${SITE_KEY}\n`,
  );
  return {
    mail,
    dataDir,
    backups,
    outside: { OUT_DIR, NODE_EXTRA_CA_CERTS },
    paths: {
      '/opt/directory/.env': join(folder, 'env'),
      '/opt/directory': resolve('.'),
      '/var/lib/directory': dataDir,
      '/var/backups/directory': backups,
      '%d/routing.yaml': ROUTING_FILE,
      '%d': credentials,
    },
  };
}

function environmentOf(environment: Record<string, string>, paths: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, withPaths(value, paths)]),
  );
}
