import { setTimeout as wait } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { parseConfig, readEnvironment } from '../../../src/platform/config.ts';
import { createMeilisearchEngine } from '../../../src/search/engines/meilisearch/engine.ts';
import { toIndexDocuments } from '../../../src/search/engines/meilisearch/index-documents.ts';
import { createMultiSearch } from '../../../src/search/engines/meilisearch/multi-search.ts';
import { rebuildIndex } from '../../../src/search/engines/meilisearch/rebuild-index.ts';
import { createSearchClient } from '../../../src/search/engines/meilisearch/search-client.ts';
import { toMeilisearchSettings } from '../../../src/search/engines/meilisearch/settings.ts';
import type { SearcherParts } from '../../../src/search/searcher.ts';
import { searchDefinition } from '../search/search-definition.ts';
import { version } from './a-meilisearch-engine.ts';

const { meilisearch } = parseConfig(readEnvironment());

/** Whether MEILI_URL names a server; its MEILI_ADMIN_KEY must be allowed to write `conformance-*`. */
export const hasMeilisearch = meilisearch !== undefined;

/** Engines on the server of MEILI_URL, each on an index of its own; `close` deletes them. */
export function aRealMeilisearch() {
  const { url = 'http://127.0.0.1:7700', adminKey } = meilisearch ?? {};
  const client = new Meilisearch({ host: url, ...(adminKey ? { apiKey: adminKey } : {}) });
  const made: { index: string; isMade: Promise<void> }[] = [];
  const run = Date.now().toString(36);

  const createEngine: SearcherParts['createEngine'] = (parts) => {
    const { documents, settings, tokeniser } = parts;
    const index = `conformance-${run}-${made.length}`;
    const isMade = rebuildIndex({
      client,
      index,
      run,
      version,
      report: () => undefined,
      wait,
      settings: toMeilisearchSettings({ ...searchDefinition, settings }),
      documents: toIndexDocuments(documents, settings, tokeniser, version),
    });
    // A failure is told by the tests that wait for it.
    isMade.catch(() => undefined);
    made.push({ index, isMade });
    const engine = createMeilisearchEngine({
      ...parts,
      version,
      ask: createMultiSearch(createSearchClient(url, adminKey), index),
    });
    return {
      name: 'meilisearch',
      health: () => ({ engine: 'meilisearch', degraded: false, stale: false }),
      answer: async (plan, signal) => {
        // A large index takes minutes to make, and they are not the answer's.
        await isMade;
        return engine.answer(plan, signal ?? AbortSignal.timeout(60_000));
      },
    };
  };

  return {
    client,
    createEngine,
    close: async () => {
      for (const { index, isMade } of made) {
        await isMade.catch(() => undefined);
        await client.deleteIndex(index).waitTask();
      }
    },
  };
}
