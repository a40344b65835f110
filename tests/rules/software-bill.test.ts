// The bill of what the running site is made of (`npm run sbom`), for whoever has to know.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { outsideNpm } from '../support/machine/outside-npm.ts';

const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.\d$/),
  metadata: z.object({ component: z.object({ purl: z.string() }) }),
  components: z.array(
    z.object({ name: z.string(), version: z.string(), purl: z.string().startsWith('pkg:npm/') }),
  ),
});

const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), dev: z.boolean().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

test('the software bill holds each package that a production install has, in its version, and this project in its own', () => {
  const { stdout, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], {
    encoding: 'utf8',
    env: outsideNpm(),
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { components, metadata } = bill.parse(JSON.parse(stdout), { error: () => stderr });
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const production = Object.entries(locked.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`);

  expect(production.filter((each) => !listed.has(each))).toEqual([]);
  expect(Object.keys(manifest.dependencies).length).toBeGreaterThan(3);
  expect(metadata.component.purl).toBe(`pkg:npm/${manifest.name}@${manifest.version}`);
});

test('the newest version of the upgrade notes is that of the project', () => {
  const newest = /^## (\S+)/m.exec(readFileSync('docs/upgrades.md', 'utf8'))?.[1];

  expect(newest).toBe(manifest.version);
});
