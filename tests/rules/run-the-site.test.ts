// That what docs/run-the-site.md has people paste can be: tests/operating/units.test.ts runs the units' commands.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readUnit, unitNames } from '../support/docs/a-unit.ts';
import { readBlocks, readCommands } from '../support/docs/guide-commands.ts';

const GUIDE = 'docs/run-the-site.md';
const commands = readCommands(GUIDE);
const all = commands.map(({ text }) => text).join('\n');
const ofSearch = ['directory-search.service', 'directory-index.service'];

test.each(commands)('the commands of "$heading" are ones that a shell reads', ({ text }) => {
  expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test('each file of the project that a command names is there', () => {
  const paths = all.match(/(?<![\w/])(docs|content|scripts)\/[\w./-]+/g) ?? [];

  expect(paths.length).toBeGreaterThan(8);
  expect([...new Set(paths)].filter((path) => !existsSync(path))).toEqual([]);
});

test('each script that a command runs is there', () => {
  const names = [...all.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);

  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('a variable is used only once the guide has set it', () => {
  const used = new Set([...all.matchAll(/"?\$([A-Z]+)\b/g)].map(([, name]) => name));
  const [first] = commands;

  expect([...used].filter((name) => !first?.text.includes(`${name}=`))).toEqual([]);
});

test('what the site reads by itself its group can read, in a new install and in an older one', () => {
  const { environment } = readUnit('directory-site.service');
  const read = Object.values(environment).filter((value) => value.startsWith('/etc/directory/'));

  expect(read).toEqual(['/etc/directory/routing.yaml']);
  expect(all).toMatch(/^sudo install -d -o root -g directory -m 0750 \/etc\/directory$/m);
  expect(all).toMatch(
    /^sudo chown root:directory \/etc\/directory \/etc\/directory\/routing.yaml$/m,
  );
  for (const file of read) {
    expect(all).toMatch(
      new RegExp(`^sudo install -o root -g directory -m 0640 \\S+ ${file}$`, 'm'),
    );
    expect(all).toContain(`sudo chmod 0640 ${file}\n`);
  }
});

test('drop-ins that the guide writes are removed', () => {
  const folders = new Set(all.match(/\/etc\/systemd\/system\/[\w-]+\.\w+\.d/g));

  expect(folders.size).toBeGreaterThan(1);
  for (const folder of folders) {
    expect(all).toMatch(new RegExp(`^sudo rm -rf .*${folder.replaceAll('.', '\\.')}( |$)`, 'm'));
  }
});

describe.each(unitNames.filter((name) => !ofSearch.includes(name)))('%s', (name) => {
  test('is installed, updated and removed', () => {
    const inSection = (heading: string) =>
      commands
        .filter((block) => block.heading === heading)
        .map(({ text }) => text)
        .join('\n');

    expect(inSection('Install')).toContain(`docs/deploy/${name}`);
    expect(inSection('Update')).toContain(`docs/deploy/${name}`);
    expect(inSection('Remove it')).toContain(`/etc/systemd/system/${name}`);
  });
});

test('what is written into the files of several servers fits the files for one', () => {
  const upstream = readBlocks(GUIDE).find(({ language }) => language === 'nginx')?.text ?? '';
  const caddy = readBlocks(GUIDE).find(({ language }) => language === 'caddy')?.text ?? '';

  expect(readFileSync('docs/deploy/nginx.conf', 'utf8')).toContain(`${upstream.split('\n')[0]}\n`);
  expect(readFileSync('docs/deploy/Caddyfile', 'utf8')).toContain(
    '\treverse_proxy 127.0.0.1:4321 {',
  );
  expect(caddy).toMatch(/^\treverse_proxy /);
});
