import type { Log } from '../../platform/log.ts';
import type { SearcherParts } from '../searcher.ts';
import { createEmbeddedEngine } from './embedded.ts';
import { createMeilisearchEngine } from './meilisearch/engine.ts';
import { toIndexVersion } from './meilisearch/index-version.ts';
import { createMultiSearch, type MultiSearch } from './meilisearch/multi-search.ts';
import { createKeyCheck } from './meilisearch/search-key.ts';
import { withFallback } from './with-fallback.ts';

/** Meilisearch, and the embedded engine ready to answer in its place. */
export function createEngineWithFallback({
  url,
  searchKey,
  index,
  hash,
  ...outside
}: {
  url: string;
  searchKey: string | undefined;
  index: string;
  hash(text: string): string;
  log: Log;
  later(ms: number, run: () => void): void;
  answerWithinMs?: number;
}): SearcherParts['createEngine'] {
  const opened = openMultiSearch(url, searchKey, index);
  const ask: MultiSearch = async (questions, signal) => (await opened)(questions, signal);
  return (parts) => {
    const version = toIndexVersion(parts.definition, parts.indexVersion, hash);
    return withFallback({
      ...outside,
      meilisearch: createMeilisearchEngine({ ...parts, version, ask }),
      embedded: createEmbeddedEngine(parts),
      mostHits: parts.settings.meilisearch.mostHits,
    });
  };
}

// The client is loaded here, so that a site without a search server needs none.
async function openMultiSearch(
  url: string,
  searchKey: string | undefined,
  index: string,
): Promise<MultiSearch> {
  const { createSearchClient } = await import('./meilisearch/search-client.ts');
  const client = createSearchClient(url, searchKey);
  // Without a key there is none to be misused: a server that asks for none serves anybody.
  return createMultiSearch(client, index, searchKey ? createKeyCheck(client) : undefined);
}
