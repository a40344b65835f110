import { type EnqueuedTaskPromise, type Meilisearch, MeilisearchApiError } from 'meilisearch';

// Ten minutes is far more than 100,000 listings take, and less than anyone would wait for.
const WAIT = { timeout: 600_000, interval: 100 };

/** Meilisearch took a change and could not make it. */
export class IndexingFault extends Error {
  override name = 'IndexingFault';
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Waits until a change is made: Meilisearch says yes to it long before. Throws an IndexingFault that says
 * what could not be done, and why.
 */
export async function finish(what: string, task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask(WAIT);
  if (status === 'succeeded') return;
  const why = error ? `${error.code}: ${error.message}` : status;
  throw new IndexingFault(`Meilisearch could not ${what}: ${why}`, error?.code);
}

/** Waits until the queue has come to a change, however it went. */
export async function awaitTurn(task: EnqueuedTaskPromise): Promise<void> {
  await task.waitTask(WAIT);
}

/** How many documents an index has; undefined: there is no such index. */
export async function countDocuments(
  client: Meilisearch,
  uid: string,
): Promise<number | undefined> {
  try {
    return (await client.index(uid).getStats()).numberOfDocuments;
  } catch (fault) {
    if (fault instanceof MeilisearchApiError && fault.cause?.code === 'index_not_found') return;
    throw fault;
  }
}

/** Whether it was there. */
export async function deleteIndex(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await finish(`delete ${uid}`, client.deleteIndex(uid));
    return true;
  } catch (fault) {
    if (fault instanceof IndexingFault && fault.code === 'index_not_found') return false;
    throw fault;
  }
}
