import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sets } from './sets.ts';

/** What a fault came to, as the table shows it. Kept in a file: test files run in several processes. */
export interface Row {
  fault: number;
  /** Which of the fault's cases, where it has several. */
  part?: string;
  /** Rows of referrals at the end. */
  stored?: string;
  /** Letters in the fake mailbox. */
  copies?: string;
  told?: string;
  /** A figure worth reading: how long it took, how much memory. */
  figure?: string;
  result: 'held' | 'not held' | 'not produced';
  why?: string;
  sets?: Sets;
  kills?: number;
}

const path = 'node_modules/.cache/faults/rows.jsonl';

export function forgetRows(): void {
  rmSync(path, { force: true });
}

export function addRow(row: Row): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${JSON.stringify(row)}\n`);
}

export function readRows(): Row[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
}
