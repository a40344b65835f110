// Runs the tests on days to come, with a clock that reads them, and prints what failed on which:
//   npm run test:dates                              every day, every suite (hours)
//   npm run test:dates -- +45 clocks-back           these days
//   npm run test:dates -- +45 --only fast,site      these suites, on a build of that day
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDays, type Day } from './dates/days.ts';
import { folderOf, readFailures, runSuite, type SuiteRun } from './dates/run-suite.ts';
import { chooseSuites, type Suite } from './dates/suites.ts';

const asked = readWords();
const rows = asked.days.map((day) => ({ day, runs: runDay(day, asked.suites) }));
printTable(rows);
if (rows.some(({ runs }) => runs.some(({ passed }) => !passed))) process.exitCode = 1;

function readWords() {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string', default: '' } },
      allowPositionals: true,
    });
    const only = values.only.split(',').filter((name) => name !== '');
    return { days: chooseDays(positionals, Date.now()), suites: chooseSuites(only) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function runDay(day: Day, suites: readonly Suite[]): SuiteRun[] {
  console.log(`\n${describeDay(day)}`);
  const runs: SuiteRun[] = [];
  for (const suite of suites) {
    const run = runSuite(day, suite);
    runs.push(run);
    console.log(
      `  ${suite.name}: ${run.passed ? 'passed' : 'FAILED'} in ${run.seconds} s, ${run.log}`,
    );
    if (!run.passed) console.log(readFailures(run));
    // Without a build the others would tell of that alone.
    if (suite.name === 'build' && !run.passed) break;
  }
  for (const name of ['site', 'site.builds']) {
    rmSync(join(folderOf(day), name), { recursive: true, force: true });
  }
  return runs;
}

function describeDay({ name, at, isTurn }: Day): string {
  const reads = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `${name}: ${isTurn ? 'the clock passes' : 'the clock reads'} ${reads}`;
}

function printTable(rows: readonly { day: Day; runs: readonly SuiteRun[] }[]): void {
  const width = Math.max(...rows.map(({ day }) => describeDay(day).length));
  console.log('');
  for (const { day, runs } of rows) {
    const failed = runs.filter(({ passed }) => !passed).map(({ suite }) => suite);
    const verdict = failed.length === 0 ? 'passed' : `FAILED: ${failed.join(', ')}`;
    console.log(`${describeDay(day).padEnd(width)}  ${verdict}`);
  }
}
