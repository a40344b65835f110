import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readKeptData, writeKeptData } from '../../../../src/platform/files/kept-data.ts';

const data = { words: ['খাবার', 'food'], numbers: new Float32Array([0.5, -2]) };

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'kept.bin');
}

test('data is read back as it was written, arrays of numbers too', () => {
  const file = aFile();
  writeKeptData(file, { key: 'one', data });
  expect(readKeptData(file, 'one')).toEqual(data);
});

test('what was written for another key is not read', () => {
  const file = aFile();
  writeKeptData(file, { key: 'one', data });
  expect(readKeptData(file, 'two')).toBeUndefined();
});

test('a file that is missing, cut short or of another kind counts as none', () => {
  const file = aFile();
  expect(readKeptData(file, 'one')).toBeUndefined();
  writeKeptData(file, { key: 'one', data });
  truncateSync(file, 40);
  expect(readKeptData(file, 'one')).toBeUndefined();
  writeFileSync(file, 'not ours');
  expect(readKeptData(file, 'one')).toBeUndefined();
  writeFileSync(file, '');
  expect(readKeptData(file, 'one')).toBeUndefined();
});
