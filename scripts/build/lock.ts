import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildsFolder } from './folders.ts';
import { isRunning } from './processes.ts';

/**
 * Lets one build at a time change `<outDir>` and what lies in `<outDir>.builds/`. Answers how to let go of
 * it, or which process has it. One that was killed has it no longer.
 */
export function takeLock(outDir: string): { release(): void } | { heldBy: number } {
  const folder = buildsFolder(outDir);
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const own = `${lock}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // Linked, so that it is never seen empty; twice, as a lock left behind is taken away first.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (tryTo(() => linkSync(own, lock))) return hold(lock);
      const heldBy = readHolder(lock);
      if (heldBy !== undefined && isRunning(heldBy)) return { heldBy };
      rmSync(lock, { force: true });
    }
    return { heldBy: readHolder(lock) ?? 0 };
  } finally {
    rmSync(own, { force: true });
  }
}

function hold(lock: string) {
  const release = () => {
    rmSync(lock, { force: true });
    process.off('exit', release);
  };
  process.once('exit', release);
  return { release };
}

function tryTo(take: () => void): boolean {
  try {
    take();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}
