import type { TestProject } from 'vitest/node';
import { faults } from '../../catalogue/index-of-faults.ts';
import { forgetRows, type Row, readRows } from './rows.ts';
import { addSets, noSets } from './sets.ts';

/**
 * Vitest's global set-up for this project: when the last test is done, the long run prints the table of all faults.
 * The quick one prints the totals alone, so that a failed test stays within the last screen of a log.
 */
export function setup(project: TestProject): () => void {
  forgetRows();
  return () => {
    const rows = readRows();
    if (rows.length === 0) return;
    if (project.vite.config.mode === 'long') console.log(toWholeTable(rows));
    console.log(toTotals(rows));
  };
}

function toWholeTable(rows: readonly Row[]): string {
  const columns = ['#', 'fault', 'injected', 'stored', 'copies', 'resident told', 'result'];
  const lines = faults.flatMap((fault) => {
    const own = rows.filter((row) => row.fault === fault.number);
    if (own.length === 0) {
      return [[`${fault.number}`, fault.fault, fault.inject, '', '', '', 'NOT HELD, or not run']];
    }
    return own.map((row, index) => [
      index === 0 ? `${fault.number}` : '',
      [index === 0 ? fault.fault : '', row.part].filter(Boolean).join(': '),
      index === 0 ? fault.inject : '',
      row.stored ?? '',
      row.copies ?? '',
      row.told ?? '',
      [row.result, row.why, row.figure].filter(Boolean).join('; '),
    ]);
  });
  return `\n${toTable(columns, lines)}\n`;
}

function toTotals(rows: readonly Row[]): string {
  const sets = rows.map((row) => row.sets ?? noSets).reduce(addSets, noSets);
  const faultsOf = (result: Row['result']) =>
    new Set(rows.filter((row) => row.result === result).map((row) => row.fault));
  // A fault of several cases is held when all of them are.
  const held = faultsOf('held').difference(faultsOf('not held'));
  const others = faults.map(({ number }) => number).filter((number) => !held.has(number));
  return [
    `Faults: ${faults.length}, held: ${held.size}. Kills: ${rows.reduce((sum, row) => sum + (row.kills ?? 0), 0)}.`,
    ...(others.length === 0 ? [] : [`Not held, or not run: ${others.join(', ')}.`]),
    `Attempted ${sets.attempted}, acknowledged ${sets.acknowledged}, in a mailbox ${sets.delivered}.`,
    `Lost ${sets.lost}, unexpected ${sets.unexpected}, duplicated ${sets.duplicated}, recovered ${sets.recovered}.`,
  ].join('\n');
}

const WIDEST = [4, 44, 40, 14, 16, 30, 60];

function toTable(columns: readonly string[], lines: readonly (readonly string[])[]): string {
  const width = columns.map((column, index) =>
    Math.min(
      WIDEST[index] ?? 0,
      Math.max(column.length, ...lines.map((cells) => cells[index]?.length ?? 0)),
    ),
  );
  const toLine = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cut(cell, width[index] ?? 0).padEnd(width[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    toLine(columns),
    toLine(width.map((size) => '-'.repeat(size))),
    ...lines.map(toLine),
  ].join('\n');
}

function cut(text: string, size: number): string {
  return text.length <= size ? text : `${text.slice(0, size - 1)}…`;
}
