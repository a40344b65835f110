import type { Rig } from '../a-rig.ts';
import { countWaiting, readStored, type StoredLetterRow } from '../evidence/stored.ts';
import type { ProcessOptions } from './a-process.ts';
import { eventually } from './a-process.ts';

/** The worker as it is in service (scripts/deliver.ts), in a process of its own. */
export async function aWorker(rig: Rig, about: Partial<ProcessOptions> & { killAt?: string } = {}) {
  const { killAt, environment = {}, ...rest } = about;
  return rig.start({
    program: 'scripts/deliver.ts',
    ...rest,
    environment: { ...environment, ...(killAt ? { KILL_AT: killAt } : {}) },
  });
}

/** Runs a worker until no letter waits any more; those that need a person do not. */
export async function deliverAll(rig: Rig, withinMs = 60_000): Promise<void> {
  const worker = await aWorker(rig);
  await eventually(() => {
    if (!worker.isRunning()) throw new Error(`The worker ended:\n${worker.log()}`);
    return countWaiting(rig) === 0;
  }, withinMs);
  await worker.stop();
}

export async function waitUntilSettled(rig: Rig, withinMs = 60_000): Promise<void> {
  await eventually(() => countWaiting(rig) === 0, withinMs);
}

/** Waits for a letter like this one. */
export function aLetterThat(
  rig: Rig,
  about: Partial<StoredLetterRow>,
  withinMs = 60_000,
): Promise<StoredLetterRow> {
  const wanted = Object.entries(about) as [keyof StoredLetterRow, unknown][];
  return eventually(
    () =>
      readStored(rig).letters.find((letter) =>
        wanted.every(([name, value]) => letter[name] === value),
      ),
    withinMs,
  );
}
