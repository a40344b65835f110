// That systemd understands the units of docs/deploy/; tests/operating/units.test.ts runs their commands.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readUnit, unitNames, withPaths } from '../support/docs/a-unit.ts';

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
const title = hasSystemd ? '' : ' [skipped: there is no systemd-analyze]';

test.skipIf(!hasSystemd)(`systemd has nothing to say against the units${title}`, () => {
  expect(verify((text) => text)).toEqual({ status: 0, said: '' });
});

test.skipIf(!hasSystemd)(`systemd speaks up about a mistake in one${title}`, () => {
  const { said } = verify((text) => text.replace('ProtectSystem=strict', 'ProtectSystem=strictly'));

  expect(said).toMatch(/directory-site\.service:\d+: .*strictly/);
});

test('units run with the Node of the project, and leave no memory of theirs on the disk', () => {
  for (const name of unitNames.filter((each) => each.endsWith('.service'))) {
    const { command, all } = readUnit(name);
    expect(command[0], name).toMatch(/^\/opt\/directory\/node_modules\/\.bin\/node$|^\/bin\/sh$/);
    expect(command.join(' '), name).not.toContain('/usr/bin/node');
    if (name === 'directory-site.service') expect(all('LimitCORE')).toEqual(['0']);
  }
});

/** All at once, since they name one another; the project stands where it does here. */
function verify(change: (text: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), 'units-'));
  const files = unitNames.map((name) => {
    const file = join(folder, name);
    writeFileSync(file, change(withPaths(readUnit(name).text, { '/opt/directory': resolve('.') })));
    return file;
  });
  const { status, stdout, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', ...files],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  return { status, said: stdout + stderr };
}
