import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentNames } from '../../src/platform/config.ts';

const FOLDER = 'docs/deploy';
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const readme = readFileSync('docs/run-meilisearch.md', 'utf8');

// Meilisearch's own (meilisearch.com/docs, configuration reference).
const meilisearchNames = ['MEILI_ENV', 'MEILI_NO_ANALYTICS', 'MEILI_MASTER_KEY'];
const SECRET = /KEY|SMTP_URL|DATABASE_URL/;

const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        image: z.string(),
        build: z.object({ args: z.record(z.string(), z.string()) }).optional(),
        ports: z.array(z.string()).optional(),
        environment: z.record(z.string(), z.string()).optional(),
        env_file: z.array(z.string()).optional(),
        volumes: z.array(z.string()).optional(),
        networks: z.array(z.string()),
        command: z.array(z.string()).optional(),
        profiles: z.array(z.string()).optional(),
        healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      }),
    ),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(read('compose.yaml'), { merge: true }));
const services = Object.entries(compose.services);

describe('docs/deploy/compose.yaml', () => {
  test.each(services)('%s sets only variables that somebody reads, and no secret', (_, service) => {
    const names = Object.keys(service.environment ?? {});
    const known = [...environmentNames, ...meilisearchNames];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(names.filter((name) => SECRET.test(name))).toEqual([]);
  });

  test.each(services)('%s is of one version, and watched while it runs', (_, service) => {
    expect(service.image).toMatch(/^directory-site$|:v?\d+\.\d+\.\d+(-\w+)?$/);
    if (!service.profiles) expect(service.healthcheck?.test[0]).toBe('CMD');
  });

  test.each(services)('%s names networks, volumes, files and scripts that exist', (_, service) => {
    const { networks, volumes = [], env_file = [], command = [] } = service;
    expect(networks.filter((name) => !(name in compose.networks))).toEqual([]);
    for (const source of volumes.map((volume) => volume.split(':')[0] ?? '')) {
      const isThere = source.startsWith('./')
        ? existsSync(join(FOLDER, source)) || source.endsWith('.local')
        : source in compose.volumes;
      expect(isThere, source).toBe(true);
    }
    const scripts = command.filter((word) => word.startsWith('scripts/'));
    expect(scripts.filter((path) => !existsSync(path))).toEqual([]);
    // Git leaves them alone, and the documentation says what goes in.
    for (const name of env_file) {
      expect(name).toMatch(/\.local$/);
      expect(readme).toContain(`\`${name}\``);
    }
  });

  test('lets nobody but the proxy be reached from outside, and the search server reach nobody', () => {
    const open = services.filter(([, service]) => service.ports).map(([name]) => name);
    expect(open).toEqual(['proxy']);
    const networks = compose.services.search?.networks ?? [];
    expect(networks.map((name) => compose.networks[name]?.internal)).toEqual([true]);
    expect(compose.services.search?.environment).toMatchObject({
      MEILI_ENV: 'production',
      MEILI_NO_ANALYTICS: 'true',
    });
  });

  test('gives the build, the site and the proxy one SITE_URL, and starts with none', () => {
    const { site, proxy } = compose.services;
    const given = [site?.build?.args, site?.environment, proxy?.environment];
    for (const each of given) expect(each?.SITE_URL).toMatch(/^\$\{SITE_URL:\?.+\}$/);
    expect(read('compose.Caddyfile')).toMatch(/^\{\$SITE_URL\} \{$/m);
    expect(readme).toMatch(/`\.env`\s\(`SITE_URL=https:/);
  });

  const docker = spawnSync('docker', ['compose', 'version']).status === 0;
  test.skipIf(!docker)('is taken by docker compose [skipped where there is none]', () => {
    const checked = spawnSync(
      'docker',
      ['compose', '-f', `${FOLDER}/compose.yaml`, 'config', '--quiet'],
      { env: { ...process.env, SITE_URL: 'https://directory.example' }, encoding: 'utf8' },
    );
    expect(checked.stderr).not.toMatch(/yaml|invalid|undefined/);
  });
});

test('the image is built by scripts that exist, on the Node that the project names', () => {
  const dockerfile = read('Dockerfile');
  const node = readFileSync('.nvmrc', 'utf8').trim();
  for (const [, version] of dockerfile.matchAll(/^FROM node:([\d.]+)/gm))
    expect(version).toBe(node);
  for (const [path] of dockerfile.matchAll(/scripts\/[\w-]+\.ts/g)) {
    expect(existsSync(path), path).toBe(true);
  }
  expect(read('Dockerfile.dockerignore')).toContain('**/*.local');
});

describe.each(['directory-site.service', 'directory-search.service', 'directory-index.service'])(
  'docs/deploy/%s',
  (name) => {
    const unit = read(name);
    const all = (key: string) =>
      [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value ?? '');

    test('sets only variables that the site reads, and no secret', () => {
      const names = all('Environment').flatMap((line) => line.match(/[A-Z_]+(?==)/g) ?? []);
      expect(names.filter((each) => !environmentNames.includes(each))).toEqual([]);
      expect(names.filter((each) => SECRET.test(each))).toEqual([]);
    });

    test('starts what exists, with secrets that only it is handed', () => {
      for (const [path] of unit.matchAll(/scripts\/[\w-]+\.ts/g)) {
        expect(existsSync(path), path).toBe(true);
      }
      const credentials = all('LoadCredential').map((line) => line.split(':')[0] ?? '');
      expect(credentials.length).toBeGreaterThan(0);
      for (const credential of credentials) {
        expect(unit).toMatch(new RegExp(`(%d|CREDENTIALS_DIRECTORY)/${credential}`));
        expect(readme).toContain(credential);
      }
    });

    test('may do little else', () => {
      expect(all('ProtectSystem')).toEqual(['strict']);
      for (const key of ['NoNewPrivileges', 'ProtectHome', 'PrivateTmp', 'PrivateDevices']) {
        expect(all(key), key).toEqual(['yes']);
      }
      expect(all('CapabilityBoundingSet')).toEqual(['']);
      expect([...all('User'), ...all('DynamicUser')]).toHaveLength(1);
    });
  },
);

test('the same version of Meilisearch is named everywhere', () => {
  const image = compose.services.search?.image.split(':v')[1] ?? '';
  expect(read('directory-search.service')).toContain(`Meilisearch ${image}`);
  expect(readme).toContain(image);
});
