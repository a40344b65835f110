/**
 * Makes a build beside the one that is served, step by step, and puts it in place once all has succeeded.
 * Whatever fails, or is killed, changes nothing that is served.
 */
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  beganAt,
  buildFolder,
  findInPlace,
  listBuilds,
  listUnfinished,
  projectCopy,
  toBuildId,
  unfinishedMark,
} from './folders.ts';
import { takeLock } from './lock.ts';
import { findPlaceProblem, placeBuild } from './place-build.ts';
import { findWorkingIn } from './processes.ts';
import { pruneBuilds } from './prune-builds.ts';

/** A build that is being made. */
export interface NewBuild {
  id: string;
  /** Its folder, as a whole path; there is none yet. */
  folder: string;
  /** Where a copy of the project belongs that it is made of; it goes once the build is made. */
  project: string;
}

export interface BuildStep {
  /** What it does, as it is told while it runs: 'Making the pages'. */
  name: string;
  /** Rejects with what is wrong, for people to read. */
  run(build: NewBuild): Promise<void> | void;
}

export interface BuildOptions {
  /** Where the site is served from: a link to a build. */
  outDir: string;
  steps: readonly BuildStep[];
  /** Of the sources, for the build's name. */
  commit: string | undefined;
  now: () => Date;
  say: (line: string) => void;
}

export type BuildOutcome = { ok: true; id: string; before: string | undefined } | Refused;
interface Refused {
  ok: false;
  reason: string;
}

export async function buildSite(options: BuildOptions): Promise<BuildOutcome> {
  const { outDir } = options;
  const problem = findPlaceProblem(outDir);
  if (problem) return { ok: false, reason: problem };
  const lock = takeLock(outDir);
  if ('heldBy' in lock) return { ok: false, reason: describeOther(outDir, lock.heldBy) };
  try {
    clearUnfinished(outDir);
    return await makeAndPlace(options);
  } finally {
    lock.release();
  }
}

/** Puts the build before the one in place into its place. */
export function goBack(outDir: string): BuildOutcome {
  if (listBuilds(outDir).length === 0) return { ok: false, reason: describeNoneBefore(outDir) };
  const problem = findPlaceProblem(outDir);
  if (problem) return { ok: false, reason: problem };
  const lock = takeLock(outDir);
  if ('heldBy' in lock) return { ok: false, reason: describeOther(outDir, lock.heldBy) };
  try {
    const before = findInPlace(outDir);
    const earlier = listBuilds(outDir).filter((id) => before !== undefined && id < before);
    const id = earlier.at(-1);
    if (!id) return { ok: false, reason: describeNoneBefore(outDir) };
    placeBuild(outDir, id);
    return { ok: true, id, before };
  } finally {
    lock.release();
  }
}

async function makeAndPlace(options: BuildOptions): Promise<BuildOutcome> {
  const { outDir, steps, say, now } = options;
  const build = startBuild(options);
  const discard = () => clearUnfinished(outDir);
  // Told to stop, the process ends in the middle of a step.
  process.once('exit', discard);
  for (const { name, run } of steps) {
    say(`${name} …`);
    try {
      await sayingThatItGoesOn(say, () => run(build));
    } catch (fault) {
      discard();
      process.off('exit', discard);
      const why = fault instanceof Error ? fault.message : String(fault);
      const kept = findInPlace(outDir)
        ? `${outDir}/ is as it was: nothing that is served has changed.`
        : `There is no build in ${outDir}/ still.`;
      return { ok: false, reason: `${why}\nThe build failed at "${name}". ${kept}` };
    }
  }
  const before = findInPlace(outDir);
  process.off('exit', discard);
  rmSync(build.project, { recursive: true, force: true });
  rmSync(unfinishedMark(outDir, build.id));
  placeBuild(outDir, build.id);
  pruneBuilds(outDir, now());
  return { ok: true, id: build.id, before };
}

/** A line each minute of a long step, which says nothing itself. */
async function sayingThatItGoesOn(
  say: BuildOptions['say'],
  run: () => Promise<void> | void,
): Promise<void> {
  let minutes = 0;
  const timer = setInterval(() => {
    minutes += 1;
    say(`  … still at it after ${minutes} min`);
  }, 60_000);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
}

// Later than all that are there, also where the clock was put back.
function startBuild({ outDir, now, commit }: BuildOptions): NewBuild {
  const last = listBuilds(outDir).at(-1);
  const at = Math.max(now().getTime(), last ? beganAt(last).getTime() + 1000 : 0);
  const id = toBuildId(new Date(at), commit);
  writeFileSync(unfinishedMark(outDir, id), '');
  return {
    id,
    folder: resolve(buildFolder(outDir, id)),
    project: resolve(projectCopy(outDir)),
  };
}

// Of a build that failed or was killed: its step may still run.
function clearUnfinished(outDir: string): void {
  const project = projectCopy(outDir);
  if (existsSync(project)) {
    for (const pid of findWorkingIn(realpathSync(project))) process.kill(pid, 'SIGKILL');
  }
  const folders = listUnfinished(outDir).map((id) => buildFolder(outDir, id));
  for (const folder of [project, ...folders]) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const id of listUnfinished(outDir)) rmSync(unfinishedMark(outDir, id));
}

function describeNoneBefore(outDir: string): string {
  return `There is no build before that in ${outDir}/.`;
}

function describeOther(outDir: string, pid: number): string {
  return `Another build of ${outDir}/ is running (process ${pid}). Wait until it has finished, then run this again.`;
}
