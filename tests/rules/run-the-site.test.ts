// That what docs/run-the-site.md has people paste can be: tests/operating/units.test.ts runs the units' commands.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { unitNames } from '../support/docs/a-unit.ts';
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
