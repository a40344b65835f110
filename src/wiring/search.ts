/** Joins search to its files and, where one is configured, to its server. For src/wiring.ts. */
import type { Directory } from '../directory/directory.ts';
import { elapsedMs, later, now, today, wait } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { commonWords, englishWords } from '../platform/files/english-words.ts';
import { loadSearchIndexFiles } from '../platform/files/search-index-files.ts';
import { hashText } from '../platform/secrets/hash-text.ts';
import { randomness } from '../platform/secrets/randomness.ts';
import { toCrisisWords } from '../search/crisis/crisis-explainer.ts';
import type { CrisisWords } from '../search/crisis/crisis-words.ts';
import { parseDefinition } from '../search/definition/definition.ts';
import { createEmbeddedEngine } from '../search/engines/embedded.ts';
import { createEngineWithFallback } from '../search/engines/engine-with-fallback.ts';
import { makeKeys, type SiteKeys } from '../search/engines/meilisearch/keys.ts';
import { createSiteIndex, type SiteIndex } from '../search/engines/meilisearch/site-index.ts';
import type { Searcher } from '../search/port.ts';
import { type SearchModels, trainSearchModels } from '../search/search-models.ts';
import { createSearcher, type SearcherParts } from '../search/searcher.ts';
import { createSuggester, type Suggester } from '../search/suggestions/suggester.ts';
import { config, log } from './environment.ts';

type Content = Pick<
  Directory,
  'listings' | 'lists' | 'places' | 'situations' | 'site' | 'contentHash'
>;

export function trainSearchModelsOf(content: Content): SearchModels {
  const { definition } = readDefinition(content.contentHash);
  return trainSearchModels({ ...content, definition });
}

/**
 * A searcher over any listings. `meilisearch`: for the directory's own, which alone are in an index;
 * without it, search runs within this process. `weights`: in place of the ranking's own, to measure with.
 */
export function createSearcherOf(
  content: Content,
  models: SearchModels,
  {
    meilisearch,
    weights,
  }: Partial<Pick<Config, 'meilisearch'> & Pick<SearcherParts, 'weights'>> = {},
): Searcher {
  const { definition, indexVersion } = readDefinition(content.contentHash);
  return createSearcher({
    ...content,
    weights,
    definition,
    indexVersion,
    models,
    englishWords,
    commonWords,
    today: today(),
    createEngine: meilisearch
      ? createEngineWithFallback({ ...meilisearch, hash: hashText, log, later })
      : createEmbeddedEngine,
    clock: elapsedMs,
  });
}

export function createSuggesterOf({ listings, situations, lists }: Content): Suggester {
  const definition = parseDefinition(loadSearchIndexFiles('search-index').files);
  return createSuggester({ listings, situations, needs: lists.needs, definition });
}

/** Words of danger, for the browser to look out for. */
export function crisisWordsOf({ listings }: Pick<Content, 'listings'>): CrisisWords {
  return toCrisisWords(parseDefinition(loadSearchIndexFiles('search-index').files), listings);
}

/** The directory's index on the search server that is configured; undefined: none is. */
export function openSiteIndex(content: Content): SiteIndex | undefined {
  if (!config.meilisearch) return undefined;
  const { url, index, adminKey } = config.meilisearch;
  return createSiteIndex({
    ...content,
    url,
    index,
    key: adminKey,
    today: today(),
    hash: hashText,
    wait,
    ...readDefinition(content.contentHash),
    run: `${now().getTime().toString(36)}-${randomness.token()}`,
  });
}

/** Makes the keys that the site needs of its search server; undefined: none, or no master key, is configured. */
export async function makeSiteKeys(): Promise<SiteKeys | undefined> {
  const { url, index, masterKey } = config.meilisearch ?? {};
  if (!url || !index || !masterKey) return undefined;
  return makeKeys({ url, index, masterKey, hash: hashText });
}

function readDefinition(contentHash: string) {
  const { files, hash } = loadSearchIndexFiles('search-index');
  const indexVersion = `${hash.slice(0, 12)}-${contentHash.slice(0, 12)}`;
  return { definition: parseDefinition(files), indexVersion };
}
