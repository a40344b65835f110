import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { type BuildOutcome, type BuildStep, buildSite } from '../../../scripts/build/build-site.ts';

/** A folder of builds whose only page holds a text, made by the same code as those of the site. `outDir`: where it is. */
export function smallBuilds(outDir = join(aScratchFolder(), 'dist')) {
  return {
    outDir,
    /** What is served. */
    page: () => readFileSync(join(outDir, 'client/index.html'), 'utf8'),
    /** All that lies beside it. */
    left: () => readdirSync(`${outDir}.builds`).toSorted(),
    build: (text: string, changes: Partial<Parameters<typeof buildSite>[0]> = {}) =>
      buildSite({
        outDir,
        steps: stepsOf(text),
        commit: 'a49ef79a9cf4',
        now: () => new Date(),
        say: () => {},
        ...changes,
      }),
    /** A build in a process of its own, in the middle of a step that never ends. */
    stuckBuild: () => startStuckBuild(outDir),
  };
}

export function stepsOf(text: string): BuildStep[] {
  return [
    { name: 'Copying', run: ({ project }) => write(join(project, 'text'), text) },
    {
      name: 'Writing',
      run: ({ project, folder }) =>
        write(join(folder, 'client/index.html'), readFileSync(join(project, 'text'), 'utf8')),
    },
  ];
}

export function idOf(outcome: BuildOutcome): string {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

export function reasonOf(outcome: BuildOutcome): string {
  return outcome.ok ? '' : outcome.reason;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended and that nobody has waited for is none.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function startStuckBuild(outDir: string) {
  const href = (name: string) => JSON.stringify(pathToFileURL(resolve('scripts/build', name)).href);
  const endless = `require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);`;
  const program = `
    import { mkdirSync } from 'node:fs';
    import { buildSite } from ${href('build-site.ts')};
    import { runStep } from ${href('run-step.ts')};
    process.on('SIGINT', () => process.exit(1));
    const run = async ({ project, folder }) => {
      mkdirSync(project);
      mkdirSync(folder);
      await runStep(['-e', ${JSON.stringify(endless)}], { cwd: project, env: process.env });
    };
    await buildSite({
      outDir: ${JSON.stringify(outDir)},
      commit: undefined,
      now: () => new Date(),
      say: () => {},
      steps: [{ name: 'Waiting', run }],
    });`;
  const builder = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: 'inherit',
  });
  onTestFinished(() => void builder.kill('SIGKILL'));
  const pidFile = join(`${outDir}.builds`, 'project/pid');
  await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8')).toMatch(/^\d+$/);
  const stepPid = Number(readFileSync(pidFile, 'utf8'));
  onTestFinished(() => void (isAlive(stepPid) && process.kill(stepPid, 'SIGKILL')));
  return { builder, stepPid };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function aScratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'builds of '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
