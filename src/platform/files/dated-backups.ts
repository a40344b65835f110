import { closeSync, lstatSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^referrals-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.(sqlite|dump)(\.part)?$/;
// What SQLite's and pg_dump's files begin with.
const begins = { sqlite: 'SQLite format 3\0', dump: 'PGDMP' } as const;

export type BackupKind = keyof typeof begins;

/** 'referrals-2026-12-01T031500Z.sqlite', by UTC. */
export function nameBackup(at: Date, kind: BackupKind): string {
  const moment = at
    .toISOString()
    .replace(/:/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return `referrals-${moment}.${kind}`;
}

/**
 * Deletes backups of ours that were made before, by the date in their names, and what is left of those that
 * were cut short. Anything else stays. Returns the names.
 */
export function deleteBackupsBefore(folder: string, before: Date): string[] {
  return readdirSync(folder).filter((name) => {
    const [, day, hour, minute, second, kind, part] = NAME.exec(name) ?? [];
    const madeAt = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
    if (!(madeAt < before.getTime())) return false;
    const path = join(folder, name);
    if (!isOurs(path, begins[kind as BackupKind], part !== undefined)) return false;
    rmSync(path);
    return true;
  });
}

function isOurs(path: string, begin: string, mayBeEmpty: boolean): boolean {
  const found = lstatSync(path);
  if (!found.isFile()) return false;
  if (found.size === 0) return mayBeEmpty;
  const bytes = Buffer.alloc(begin.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  return bytes.toString('latin1') === begin;
}
