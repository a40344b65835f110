import { type Meilisearch, MeilisearchApiError } from 'meilisearch';
import { awaitTurn, countDocuments, IndexingFault } from './index-tasks.ts';

/**
 * Gives the new index the name of the live one, in one step; the old one takes the name of the new. How
 * the swap went cannot be asked: a key of certain indexes is not shown a task of two. So the queue is
 * waited for, and then the index that bears the new one's name is looked at.
 */
export async function swapIndex(
  client: Meilisearch,
  building: string,
  index: string,
): Promise<void> {
  const before = await createdAt(client, building);
  const isLive = (await countDocuments(client, index)) !== undefined;
  // Another run may have made or moved the live index in between: the other way then.
  for (const rename of [!isLive, isLive]) {
    await client.swapIndexes([{ indexes: [building, index], rename }]);
    await awaitTurn(client.updateIndex(building, { primaryKey: 'id' }));
    if ((await createdAt(client, building)) !== before) return;
  }
  throw new IndexingFault(
    `Meilisearch could not put ${building} in the place of ${index}. Its own list of tasks says why.`,
  );
}

// Goes with an index whatever it is called. undefined: there is none of that name.
async function createdAt(client: Meilisearch, uid: string): Promise<string | undefined> {
  try {
    return String((await client.getRawIndex(uid)).createdAt);
  } catch (fault) {
    if (fault instanceof MeilisearchApiError && fault.cause?.code === 'index_not_found') return;
    throw fault;
  }
}
