import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const YEAR_MS = 365 * 86_400_000;
const preload = pathToFileURL(resolve('tests/support/days/moved-clock.mjs')).href;

/** What a program finds Date to be, in itself, in a child and in a thread, as ISO dates. */
const program = `
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const child = execFileSync(process.execPath, ['-e', 'process.stdout.write(String(Date.now()))']);
  const asks = "import { parentPort } from 'node:worker_threads'; parentPort.postMessage(Date.now())";
  const thread = new Worker(new URL('data:text/javascript,' + asks));
  thread.on('message', (inThread) => console.log(JSON.stringify({
    now: [Date.now(), new Date().getTime(), Date.parse(Date()), Number(child), inThread],
    given: [new Date(0).toISOString(), new Date('2020-02-29').getTime() === Date.parse('2020-02-29')],
    isDate: new Date() instanceof Date && new Date().constructor === Date && structuredClone(new Date()) instanceof Date,
  })));
`;

test('a moved clock is moved for a program, its children and its threads, and only when asked the time', () => {
  const began = Date.now();
  const out = execFileSync(process.execPath, ['-e', program], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${preload}`,
      CLOCK_SHIFT_MS: String(YEAR_MS + Number(process.env.CLOCK_SHIFT_MS ?? 0)),
    },
  });
  const { now, given, isDate } = JSON.parse(out);

  expect(now).toHaveLength(5);
  for (const moment of now) {
    // Date() tells whole seconds.
    expect(moment).toBeGreaterThanOrEqual(began + YEAR_MS - 1000);
    expect(moment).toBeLessThanOrEqual(Date.now() + YEAR_MS);
  }
  expect(given).toEqual(['1970-01-01T00:00:00.000Z', true]);
  expect(isDate).toBe(true);
});

test('a clock is not moved by what is no number', () => {
  const env = { ...process.env, NODE_OPTIONS: `--import ${preload}`, CLOCK_SHIFT_MS: 'tomorrow' };

  expect(() =>
    execFileSync(process.execPath, ['-e', ''], { env, stdio: ['ignore', 'ignore', 'pipe'] }),
  ).toThrow(/CLOCK_SHIFT_MS is not a number/);
});
