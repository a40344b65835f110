import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Effort } from './stranger/stranger.ts';

interface Row extends Effort {
  project: string;
  who: string;
}

const COLUMNS = ['presses', 'screens', 'screenfuls'] as const;

/** Prints what asking cost each persona, and the median of each project; as JSON too, into PERSONAS_EFFORTS. */
export default class EffortsReporter implements Reporter {
  private readonly rows: Row[] = [];

  onTestEnd(test: TestCase, { status, annotations }: TestResult) {
    const effort = annotations.find(({ type }) => type === 'effort')?.description;
    if (status !== 'passed' || !effort) return;
    const project = test.parent.project()?.name ?? '';
    this.rows.push({ project, who: test.title, ...(JSON.parse(effort) as Effort) });
  }

  onEnd() {
    const file = process.env.PERSONAS_EFFORTS;
    if (file) writeFileSync(file, `${JSON.stringify(this.rows, null, 1)}\n`);
    for (const [project, rows = []] of Object.entries(Object.groupBy(this.rows, byProject))) {
      console.log(`\n${project}: presses, screens, screenfuls scrolled`);
      for (const row of rows) console.log(`${format(row)}  ${row.who}`);
      console.log(`${format(medianOf(rows))}  median of ${rows.length}`);
    }
  }

  printsToStdio() {
    return true;
  }
}

const byProject = ({ project }: Row) => project;

function format(effort: Effort): string {
  return COLUMNS.map((column) =>
    effort[column].toFixed(column === 'screenfuls' ? 1 : 0).padStart(6),
  ).join('');
}

function medianOf(rows: readonly Row[]): Effort {
  const middle = (column: (typeof COLUMNS)[number]) => {
    const sorted = rows.map((row) => row[column]).toSorted((a, b) => a - b);
    const half = sorted.length / 2;
    return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  };
  return {
    presses: middle('presses'),
    screens: middle('screens'),
    screenfuls: middle('screenfuls'),
  };
}
