/** Joins search to its files and, where one is configured, to its server. For src/wiring.ts. */
import type { Directory } from '../directory/directory.ts';
import { elapsedMs, later, today } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { hashText } from '../platform/hash-text.ts';
import { loadSearchIndexFiles } from '../platform/search-index-files.ts';
import { type CrisisWords, toCrisisWords } from '../search/crisis-words.ts';
import { parseDefinition } from '../search/definition.ts';
import { createEmbeddedEngine } from '../search/engines/embedded.ts';
import { createEngineWithFallback } from '../search/engines/engine-with-fallback.ts';
import type { Searcher } from '../search/port.ts';
import { createSearcher } from '../search/searcher.ts';
import { log } from './environment.ts';

type Content = Pick<Directory, 'listings' | 'lists' | 'places' | 'contentHash'>;

/**
 * A searcher over any listings. `meilisearch`: for the directory's own, which alone are in an index;
 * without it, search runs within this process.
 */
export function createSearcherOf(content: Content, meilisearch?: Config['meilisearch']): Searcher {
  const { files, hash } = loadSearchIndexFiles('search-index');
  return createSearcher({
    ...content,
    definition: parseDefinition(files),
    indexVersion: `${hash.slice(0, 12)}-${content.contentHash.slice(0, 12)}`,
    today: today(),
    createEngine: meilisearch
      ? createEngineWithFallback({ ...meilisearch, hash: hashText, log, later })
      : createEmbeddedEngine,
    clock: elapsedMs,
  });
}

/** Words of danger, for the browser to look out for. */
export function crisisWords(): CrisisWords {
  return toCrisisWords(parseDefinition(loadSearchIndexFiles('search-index').files));
}
