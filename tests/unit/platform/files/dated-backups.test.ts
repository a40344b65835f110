import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteBackupsBefore, nameBackup } from '../../../../src/platform/files/dated-backups.ts';

const at = new Date(Date.UTC(2026, 10, 22, 12));
const old = nameBackup(new Date(at.getTime() - 1000), 'sqlite');
const sqlite = 'SQLite format 3\0 and pages';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dated-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('backups that were made before are deleted, of either engine, and what was cut short', () => {
  const made = [
    [old, sqlite],
    [old.replace('sqlite', 'dump'), 'PGDMP and tables'],
    [`${old}.part`, ''],
  ] as const;
  for (const [name, text] of made) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, nameBackup(at, 'sqlite')), sqlite);

  expect(deleteBackupsBefore(folder, at).toSorted()).toEqual(made.map(([name]) => name).toSorted());
  expect(readdirSync(folder)).toEqual(['referrals-2026-11-22T120000Z.sqlite']);
});

test('what is no backup of ours stays, whatever it is called', () => {
  writeFileSync(join(folder, 'referrals.sqlite'), sqlite);
  writeFileSync(join(folder, 'notes.txt'), 'to keep');
  writeFileSync(join(folder, `copy-of-${old}`), sqlite);
  writeFileSync(join(folder, `${old}.old`), sqlite);
  writeFileSync(join(folder, old), 'a text under the name of a backup');
  writeFileSync(join(folder, old.replace('sqlite', 'dump')), '');
  mkdirSync(join(folder, 'referrals-2020-01-01T000000Z.sqlite'));
  writeFileSync(join(folder, 'target'), sqlite);
  symlinkSync(join(folder, 'target'), join(folder, 'referrals-2020-01-02T000000Z.sqlite'));
  const before = readdirSync(folder);

  expect(deleteBackupsBefore(folder, at)).toEqual([]);
  expect(readdirSync(folder)).toEqual(before);
});
