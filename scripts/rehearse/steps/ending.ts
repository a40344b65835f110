import { existsSync } from 'node:fs';
import { expectSame, type Step } from '../step.ts';
import type { World } from '../world.ts';

/** The end of a site. */
export const ending: readonly Step[] = [{ name: 'remove it by the guide', run: remove }];

const LEFT = [
  '/opt/directory',
  '/etc/directory',
  '/var/lib/directory',
  '/var/lib/directory-build',
  '/var/backups/directory',
  '/usr/local/bin/directory-referrals',
  '/etc/systemd/system/directory-site.socket',
  '/etc/systemd/system/directory-site.service',
  '/etc/systemd/system/directory-backup.service',
  '/etc/systemd/system/directory-backup.timer',
];

async function remove({ shell, guide, health }: World): Promise<string> {
  await shell(guide('Remove it', 'userdel'));
  expectSame(
    'what is left',
    LEFT.filter((path) => existsSync(path)),
    [],
  );
  const answer = await health().then(
    () => 'answers',
    () => 'gone',
  );
  expectSame('the site', answer, 'gone');
  return 'no folder, unit, user or port of it is left';
}
