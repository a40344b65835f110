import { createMeilisearchEngine } from '../../../src/search/engines/meilisearch/engine.ts';
import { toIndexDocuments } from '../../../src/search/engines/meilisearch/index-documents.ts';
import type { IndexVersion } from '../../../src/search/engines/meilisearch/index-version.ts';
import { createMultiSearch } from '../../../src/search/engines/meilisearch/multi-search.ts';
import { createSearchClient } from '../../../src/search/engines/meilisearch/search-client.ts';
import { toMeilisearchSettings } from '../../../src/search/engines/meilisearch/settings.ts';
import type { SearcherParts } from '../../../src/search/searcher.ts';
import { searchDefinition } from '../search/search-definition.ts';
import { type aMeilisearchStub, SEARCH_KEY } from './a-meilisearch-stub.ts';

type Stub = Awaited<ReturnType<typeof aMeilisearchStub>>;

export const version = { schema: 'schema', content: 'test' };

/** Engines on the stub over HTTP, each on an index of its own. */
export function enginesOn(stub: Stub): SearcherParts['createEngine'] {
  let made = 0;
  return (parts) => {
    made += 1;
    const index = `index-${made}`;
    fillIndex(stub, index, parts);
    const ask = createMultiSearch(createSearchClient(stub.url, SEARCH_KEY), index);
    const engine = createMeilisearchEngine({ ...parts, version, ask });
    return {
      name: 'meilisearch',
      health: () => ({ engine: 'meilisearch', degraded: false, stale: false }),
      answer: (plan, signal = AbortSignal.timeout(60_000)) => engine.answer(plan, signal),
    };
  };
}

type Parts = Parameters<SearcherParts['createEngine']>[0];

export function fillIndex(
  stub: Stub,
  index: string,
  { documents, settings, tokeniser }: Pick<Parts, 'documents' | 'settings' | 'tokeniser'>,
  made: IndexVersion = version,
): void {
  stub.fill(
    index,
    toMeilisearchSettings({ ...searchDefinition, settings }),
    toIndexDocuments(documents, settings, tokeniser, made),
  );
}
