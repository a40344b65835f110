import type { Meilisearch } from 'meilisearch';
import { deleteIndex } from './index-tasks.ts';

// A run that is alive sends its next change as soon as the last is made; one that was quiet for this long
// has been interrupted.
const QUIET_FOR_MS = 3_000;
const MOST_INDEXES = 1_000;

/** An index that some run was building, or had replaced and not yet deleted. */
interface UnfinishedBuild {
  uid: string;
  /** Its newest task. */
  task: number;
  isBusy: boolean;
}

export async function findUnfinishedBuilds(
  client: Meilisearch,
  prefix: string,
): Promise<UnfinishedBuild[]> {
  const { results } = await client.getRawIndexes({ limit: MOST_INDEXES });
  const uids = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(prefix));
  return Promise.all(
    uids.map(async (uid) => {
      const [task] = (await client.tasks.getTasks({ indexUids: [uid], limit: 1 })).results;
      const isBusy = task?.status === 'enqueued' || task?.status === 'processing';
      return { uid, task: task?.uid ?? -1, isBusy };
    }),
  );
}

/** Deletes what was there before this run began and that nobody has worked on since; says which. */
export async function deleteInterrupted(
  client: Meilisearch,
  {
    prefix,
    before,
    wait,
  }: { prefix: string; before: UnfinishedBuild[]; wait(ms: number): Promise<void> },
): Promise<string[]> {
  if (before.length === 0) return [];
  await wait(QUIET_FOR_MS);
  const deleted: string[] = [];
  for (const { uid, task, isBusy } of await findUnfinishedBuilds(client, prefix)) {
    const isQuiet = !isBusy && before.some((old) => old.uid === uid && old.task === task);
    if (!isQuiet) continue;
    // Another run may have tidied up first.
    if (await deleteIndex(client, uid)) deleted.push(uid);
  }
  return deleted;
}
