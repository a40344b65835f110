import { realpathSync, rmSync } from 'node:fs';
import { beganAt, buildFolder, findInPlace, listBuilds } from './folders.ts';
import { isHeldOpen } from './processes.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
// A build takes about 100 MB.
const MOST_KEPT = 5;

/**
 * Which builds to delete, of those in order of age: all but the one in place, the one before it, and
 * those that were in place within the last seven days, five in all. A build was in place until the next was begun.
 */
export function chooseSpareBuilds(
  ids: readonly string[],
  { inPlace, now }: { inPlace: string | undefined; now: Date },
): string[] {
  const place = ids.indexOf(inPlace ?? '');
  const always = new Set([ids[place], ids[place - 1]]);
  const recent = ids.filter((_id, at) => {
    const next = ids[at + 1];
    return next === undefined || now.getTime() - beganAt(next).getTime() <= WEEK_MS;
  });
  const kept = new Set([...always, ...recent.filter((id) => !always.has(id)).slice(2 - MOST_KEPT)]);
  return ids.filter((id) => !kept.has(id));
}

/** Deletes the builds that nobody will go back to, but none that a running server is known to serve. */
export function pruneBuilds(outDir: string, now: Date): void {
  const spare = chooseSpareBuilds(listBuilds(outDir), { inPlace: findInPlace(outDir), now });
  for (const id of spare) {
    const folder = buildFolder(outDir, id);
    if (!isHeldOpen(realpathSync(folder))) rmSync(folder, { recursive: true, force: true });
  }
}
