import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTallyFile, type TallyFile } from '../../../../src/platform/files/tally-file.ts';

let folder: string;
let path: string;
let tally: TallyFile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'));
  path = join(folder, 'rows.count');
  tally = createTallyFile(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('nothing is missing from a first database, nor from one that has all that was accepted', () => {
  expect(tally.findMissing({ count: 3, sequence: 3 })).toBe(0);
  tally.add(4);

  expect(tally.findMissing({ count: 4, sequence: 4 })).toBe(0);
  expect(tally.findMissing({ count: 9, sequence: 12 })).toBe(0);
});

test('a database that came back with fewer is noticed, and stays noticed when more come', () => {
  for (let sequence = 1; sequence <= 10; sequence += 1) tally.add(sequence);
  expect(createTallyFile(path).findMissing({ count: 7, sequence: 7 })).toBe(3);

  for (let sequence = 8; sequence <= 20; sequence += 1) tally.add(sequence);
  expect(tally.findMissing({ count: 20, sequence: 20 })).toBe(3);
});

test('begins anew after a restore', () => {
  for (let sequence = 1; sequence <= 10; sequence += 1) tally.add(sequence);
  tally.restart({ count: 7, sequence: 7 });

  expect(tally.findMissing({ count: 7, sequence: 7 })).toBe(0);
});

test('a tally that cannot be read or written stops nothing', () => {
  writeFileSync(path, '{"count":');
  expect(tally.findMissing({ count: 7, sequence: 7 })).toBe(0);

  const nowhere = createTallyFile(join(path, 'rows.count'));
  nowhere.add(1);
  expect(nowhere.findMissing({ count: 0, sequence: 0 })).toBe(0);
});
