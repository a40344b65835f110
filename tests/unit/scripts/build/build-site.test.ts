/** Builds of one page, with real processes as steps; the site's own steps: tests/commands/build.test.ts. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { goBack } from '../../../../scripts/build/build-site.ts';
import { runStep } from '../../../../scripts/build/run-step.ts';
import { idOf, reasonOf, smallBuilds, stepsOf } from '../../../support/site/small-builds.ts';

describe('a build', () => {
  test('is in place once it is made, in a folder of its own that is named by time and commit', async () => {
    const { outDir, page, left, build } = smallBuilds();
    const told: string[] = [];
    const outcome = await build('Home', { say: (line) => told.push(line) });

    expect(outcome).toEqual({
      ok: true,
      id: expect.stringMatching(/^\d{8}T\d{6}Z-a49ef79$/),
      before: undefined,
    });
    expect(page()).toBe('Home');
    expect(readlinkSync(outDir)).toBe(`dist.builds/${idOf(outcome)}`);
    expect(left()).toEqual([idOf(outcome)]);
    expect(told).toEqual(['Copying …', 'Writing …']);
  });

  test('says each minute that a long step goes on, and nothing once it is done', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const told: string[] = [];
    const { promise, resolve: finish } = Promise.withResolvers<void>();
    const outcome = smallBuilds().build('Home', {
      say: (line) => told.push(line),
      steps: [{ name: 'Thinking', run: () => promise }, ...stepsOf('Home')],
    });
    await vi.advanceTimersByTimeAsync(125_000);
    finish();
    await outcome;
    await vi.advanceTimersByTimeAsync(125_000);

    expect(told).toEqual([
      'Thinking …',
      '  … still at it after 1 min',
      '  … still at it after 2 min',
      'Copying …',
      'Writing …',
    ]);
  });

  test('names the one before it, which stays', async () => {
    const { page, left, build } = smallBuilds();
    const first = await build('first');
    const second = await build('second');

    expect(second).toMatchObject({ ok: true, before: idOf(first) });
    expect(page()).toBe('second');
    expect(left()).toEqual([idOf(first), idOf(second)]);
  });

  test('comes after those that are there, though the clock was put back', async () => {
    const { page, build } = smallBuilds();
    const first = await build('first');
    const second = await build('second', { now: () => new Date(0) });

    expect(idOf(second) > idOf(first)).toBe(true);
    expect(page()).toBe('second');
  });

  test.each([
    ['ends with a fault', () => runNode('console.error("no such page"); process.exit(3);')],
    ['cannot be started', () => Promise.reject(new Error('no such page'))],
    ['is killed', () => runNode('console.error("no such page"); process.kill(process.pid, 9);')],
  ])(
    'whose step %s changes nothing, says which step and why, and leaves nothing',
    async (_, run) => {
      const { page, left, build } = smallBuilds();
      const first = await build('first');
      for (const at of [0, 1, 2]) {
        const failing = { name: 'Failing', run };
        const outcome = await build('second', {
          steps: stepsOf('second').toSpliced(at, 0, failing),
        });

        expect(outcome).toMatchObject({ ok: false });
        expect(reasonOf(outcome)).toContain('no such page');
        expect(reasonOf(outcome)).toContain('The build failed at "Failing".');
        expect(reasonOf(outcome)).toContain('nothing that is served has changed');
        expect(page()).toBe('first');
        expect(left()).toEqual([idOf(first)]);
      }
    },
  );

  test('that fails as the first one says that there is none still', async () => {
    const { outDir, left, build } = smallBuilds();
    const steps = [{ name: 'Failing', run: () => Promise.reject(new Error('no')) }];

    expect(reasonOf(await build('first', { steps }))).toContain(`There is no build in ${outDir}/`);
    expect(existsSync(outDir)).toBe(false);
    expect(left()).toEqual([]);
  });

  test('is never seen in part, nor missing, by who looks all the time', async () => {
    const { outDir, build } = smallBuilds();
    await build('first');
    const watch = `
      const { readFileSync } = require('node:fs');
      const seen = new Set();
      console.log('watching');
      process.on('SIGTERM', () => { console.log(JSON.stringify([...seen])); process.exit(); });
      (function look() {
        for (let i = 0; i < 500; i += 1) {
          try { seen.add(readFileSync(${JSON.stringify(join(outDir, 'client/index.html'))}, 'utf8')); }
          catch (error) { seen.add(error.code); }
        }
        setImmediate(look);
      })();`;
    const watcher = spawn(process.execPath, ['-e', watch], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let written = '';
    watcher.stdout.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
    await once(watcher.stdout, 'data');
    for (let turn = 0; turn < 20; turn += 1) {
      await build('second');
      goBack(outDir);
      await build('third');
    }
    watcher.kill('SIGTERM');
    await once(watcher, 'close');

    const seen: string[] = JSON.parse(written.trim().split('\n').at(-1) ?? '');
    expect(seen.filter((text) => !['first', 'second', 'third'].includes(text))).toEqual([]);
    expect(seen.length).toBeGreaterThan(1);
  });
});

test('a build that a server has open is not deleted, however many come after it', async () => {
  const { outDir, left, build } = smallBuilds();
  const first = await build('first');
  const file = join(`${outDir}.builds`, idOf(first), 'client/index.html');
  const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'ignore', 'ignore', openSync(file, 'r')],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const ids = [];
  for (let turn = 0; turn < 6; turn += 1) ids.push(idOf(await build(`${turn}`)));
  expect(left()).toEqual([idOf(first), ...ids.slice(1)]);
  server.kill('SIGKILL');
  await once(server, 'close');
  ids.push(idOf(await build('last')));

  expect(left()).toEqual(ids.slice(2));
});

const isSmall = spawnSync('unshare', ['--mount', 'true']).status === 0;
test.skipIf(!isSmall)(
  'on a full disk a build says so and leaves nothing [skipped where no disk can be made]',
  async () => {
    const disk = mkdtempSync(join(tmpdir(), 'disk '));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    onTestFinished(() => {
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    });
    const { page, left, build } = smallBuilds(join(disk, 'dist'));
    const first = await build('first');
    const outcome = await build('x'.repeat(2_000_000));

    expect(reasonOf(outcome)).toContain('ENOSPC');
    expect(page()).toBe('first');
    expect(left()).toEqual([idOf(first)]);
  },
);

function runNode(program: string): Promise<void> {
  return runStep(['-e', program], { cwd: tmpdir(), env: process.env });
}
