import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { outsideNpm } from '../support/machine/outside-npm.ts';

test('npm start says that its port is taken before it builds', async () => {
  const outDir = join(aScratchFolder(), 'dist');
  const port = await aTakenPort();
  const { status, output } = npmStart({ PORT: String(port), OUT_DIR: outDir });

  expect(status).toBe(1);
  expect(output).toContain(
    `Port ${port} is taken. Stop what uses it, or set PORT to another number.`,
  );
  expect(existsSync(outDir)).toBe(false);
});

test('npm start says that its settings cannot be used before it builds', () => {
  const outDir = join(aScratchFolder(), 'dist');
  const { status, output } = npmStart({ PORT: 'x', OUT_DIR: outDir });

  expect(status).toBe(1);
  expect(output).toContain('PORT: expected a port number');
  expect(existsSync(outDir)).toBe(false);
});

function npmStart(settings: Record<string, string>) {
  const ran = spawnSync('npm', ['start'], {
    encoding: 'utf8',
    env: { ...outsideNpm(), HOST: '127.0.0.1', ...settings },
    shell: process.platform === 'win32',
  });
  return { status: ran.status, output: ran.stdout + ran.stderr };
}

async function aTakenPort(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  return (other.address() as AddressInfo).port;
}

function aScratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
