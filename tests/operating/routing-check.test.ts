import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteRoutingUsed } from '../../src/wiring/routing-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'routing-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run routing:check', () => {
  test('prints who gets what of the example, and that it is one', () => {
    const { status, stdout, stderr } = check({});

    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('ROUTING_FILE is not set: this is the example.');
    expect(stdout).toMatch(/F84012 Albion Health Centre +→ +network-2 +→ +network-2@/);
    expect(stdout).toContain('reminded after 1 working day;');
    expect(stdout).toContain('9 mailboxes are examples');
  });

  test('refuses the example for a production server', () => {
    const { status, stderr } = check({ NODE_ENV: 'production' });

    expect(status).toBe(1);
    expect(stderr).toContain('9 to put right:');
  });

  test('lists every mistake of the file that is named, and prints nothing of it', () => {
    const file = join(folder, 'routing.yaml');
    const example = readFileSync('content/routing.example.yaml', 'utf8');
    writeFileSync(
      file,
      example.replace('U50771: network-1', 'U50771: network-9').replace('borough: borough', ''),
    );
    const { status, stdout, stderr } = check({ ROUTING_FILE: file });

    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('2 to put right:');
    expect(stderr).toContain(`  ${file}, line `);
    expect(stderr).toMatch(/, borough: people who are not sure/);
    expect(stderr).toMatch(/line \d+, networks\.U50771: no such team: found 'network-9'/);
  });

  test('refuses a file that differs from the one in use and has the same version', () => {
    const example = readFileSync('content/routing.example.yaml', 'utf8');
    const version = /^version: *["']?([^"'\s]+)/m.exec(example)?.[1] ?? '';
    noteRoutingUsed(folder, version, example);
    const file = join(folder, 'next.yaml');
    writeFileSync(file, `${example}\n`);
    const { status, stderr } = check({ ROUTING_FILE: file, DATA_DIR: folder });

    expect(status).toBe(1);
    expect(stderr).toContain('has the same version');
  });

  test('says which file it cannot read', () => {
    const { status, stderr } = check({ ROUTING_FILE: join(folder, 'none.yaml') });

    expect(status).toBe(1);
    expect(stderr).toContain('none.yaml: this file cannot be read (ENOENT)');
  });
});

function check(environment: Record<string, string>) {
  const { NODE_ENV: _test, ROUTING_FILE: _file, ...env } = process.env;
  return spawnSync(process.execPath, ['scripts/check-routing.ts'], {
    env: { ...env, ...environment },
    encoding: 'utf8',
  });
}
