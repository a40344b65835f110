/** Covers src/platform/files/text-file.ts. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  isVersionReused,
  loadRoutingFile,
  noteRoutingUsed,
  stampRoutingFile,
} from '../../../src/wiring/routing-file.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'routing-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a version is used again if the file in use has it and says something else', () => {
  const folder = aFolder();
  expect(isVersionReused(folder, 'one', 'text')).toBe(false);

  noteRoutingUsed(folder, 'one', 'text');

  expect(isVersionReused(folder, 'one', 'text')).toBe(false);
  expect(isVersionReused(folder, 'one', 'other text')).toBe(true);
  expect(isVersionReused(folder, 'two', 'other text')).toBe(false);
});

test('a note that cannot be made is done without', () => {
  const file = join(aFolder(), 'no-folder');
  writeFileSync(file, '');

  noteRoutingUsed(file, 'one', 'text');

  expect(isVersionReused(file, 'one', 'other text')).toBe(false);
});

test('a file that was changed, or is gone, looks different', () => {
  const file = join(aFolder(), 'routing.yaml');
  writeFileSync(file, 'one');
  const before = stampRoutingFile(file).stamp;
  expect(stampRoutingFile(file).stamp).toBe(before);

  writeFileSync(file, 'longer');
  const after = stampRoutingFile(file).stamp;
  rmSync(file);

  expect(new Set([before, after, stampRoutingFile(file).stamp]).size).toBe(3);
});

test('a file that cannot be looked at is one more state: reading it tells why', () => {
  const file = join(aFolder(), 'routing.yaml');
  symlinkSync(file, file);

  expect(stampRoutingFile(file)).toEqual({ stamp: 'ELOOP', changedAt: 0 });
  expect(loadRoutingFile(file)).toEqual({ problem: expect.stringContaining('ELOOP') });
});
