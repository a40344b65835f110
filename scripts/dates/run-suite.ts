import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Day } from './days.ts';
import type { Suite } from './suites.ts';

export interface SuiteRun {
  suite: string;
  passed: boolean;
  seconds: number;
  /** All that it wrote. */
  log: string;
}

/** Where a day's build and what its suites wrote lie. */
export function folderOf(day: Day): string {
  return join('var/dates', day.name.replace('+', 'in-'));
}

/** Runs a suite, on the day's own build, in processes whose clock reads that day. */
export function runSuite(day: Day, suite: Suite): SuiteRun {
  const folder = folderOf(day);
  mkdirSync(folder, { recursive: true });
  const log = join(folder, `${suite.name}.log`);
  const file = openSync(log, 'w');
  const started = performance.now();
  const [command = '', ...words] = suite.command;
  const { status, error } = spawnSync(command, words, {
    stdio: ['ignore', file, file],
    env: { ...process.env, ...environmentOf(day, suite) },
    shell: process.platform === 'win32',
  });
  closeSync(file);
  if (error) {
    const message = `${command} could not be run. Is this npm run test:dates, which finds it?`;
    throw new Error(message, { cause: error });
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  return { suite: suite.name, passed: status === 0, seconds, log };
}

/** What it wrote from where it began to tell of what failed; its end, if it never did. No colours. */
export function readFailures({ log }: SuiteRun): string {
  const text = stripVTControlCharacters(readFileSync(log, 'utf8'));
  const at = text.search(/^.*Failed (Tests|Suites) \d|^ {2}1\) /m);
  return text.slice(at === -1 ? -4000 : at).trimEnd();
}

function environmentOf(day: Day, suite: Suite): Record<string, string> {
  const starts = day.isTurn ? day.at - suite.leadMs : day.at;
  const preload = pathToFileURL(resolve('tests/support/days/moved-clock.mjs')).href;
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${preload}`.trim(),
    CLOCK_SHIFT_MS: String(starts - Date.now()),
    OUT_DIR: join(folderOf(day), 'site'),
  };
}
