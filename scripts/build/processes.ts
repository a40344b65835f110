/** What other processes do with a folder, where the system tells: Linux, of those that we may look at. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { sep } from 'node:path';

/** Whether a process runs that builds. Its number may be another's by now, or anybody's in another container. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const command = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  return pid !== process.pid && (command === undefined || command.includes('build'));
}

/** Processes that work in a folder: steps of a build that was killed. */
export function findWorkingIn(folder: string): number[] {
  return listProcesses().filter((pid) => isWithin(folder, readLink(`/proc/${pid}/cwd`)));
}

/** Whether a process has a file of this folder open, as a server has one of its build. */
export function isHeldOpen(folder: string): boolean {
  return listProcesses().some((pid) =>
    (read(() => readdirSync(`/proc/${pid}/fd`)) ?? []).some((name) =>
      isWithin(folder, readLink(`/proc/${pid}/fd/${name}`)),
    ),
  );
}

function listProcesses(): number[] {
  return (read(() => readdirSync('/proc')) ?? [])
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid);
}

function isWithin(folder: string, path: string | undefined): boolean {
  return path === folder || path?.startsWith(folder + sep) === true;
}

const readLink = (path: string) => read(() => readlinkSync(path));

// Most processes are others', and many end while one looks.
function read<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
