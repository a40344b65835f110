import type { Log } from '../../platform/log.ts';
import type { SearcherParts } from '../searcher.ts';
import { createEmbeddedEngine } from './embedded.ts';
import { createMeilisearchEngine } from './meilisearch/engine.ts';
import { toIndexVersion } from './meilisearch/index-version.ts';
import { createMultiSearch } from './meilisearch/multi-search.ts';
import { createSearchClient } from './meilisearch/search-client.ts';
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
  const client = createSearchClient(url, searchKey);
  // Without a key there is none to be misused: a server that asks for none serves anybody.
  const ask = createMultiSearch(client, index, searchKey ? createKeyCheck(client) : undefined);
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
