/** Joins search to its files and, where one is configured, to its server. For src/wiring.ts. */
import type { Directory } from '../directory/directory.ts';
import { toLondon } from '../i18n/london.ts';
import { elapsedMs, later, now, today, wait } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { commonWords, englishWords } from '../platform/files/english-words.ts';
import { readKeptData, writeKeptData } from '../platform/files/kept-data.ts';
import { loadSearchIndexFiles } from '../platform/files/search-index-files.ts';
import { hashText } from '../platform/secrets/hash-text.ts';
import { randomness } from '../platform/secrets/randomness.ts';
import { toCrisisWords } from '../search/crisis/crisis-explainer.ts';
import type { CrisisWords } from '../search/crisis/crisis-words.ts';
import { parseDefinition, type SearchDefinition } from '../search/definition/definition.ts';
import { createEmbeddedEngine } from '../search/engines/embedded.ts';
import { createEngineWithFallback } from '../search/engines/engine-with-fallback.ts';
import type { SiteKeys } from '../search/engines/meilisearch/keys.ts';
import type { SiteIndex } from '../search/engines/meilisearch/site-index.ts';
import type { Searcher } from '../search/port.ts';
import {
  type LearntModels,
  learnSearchModels,
  openSearchModels,
  type SearchModels,
} from '../search/search-models.ts';
import { createSearcher, type SearcherParts } from '../search/searcher.ts';
import { createSuggester, type Suggester } from '../search/suggestions/suggester.ts';
import { config, log } from './environment.ts';
import { findSource } from './sources.ts';

const SEARCH_INDEX = findSource('search-index');

/** Beside the pages of a build. */
const learntFile = (outDir: string) => `${outDir}/search-models.bin`;

/** The definition with it: to read it takes as long as to learn. */
interface Learnt {
  definition: SearchDefinition;
  models: LearntModels;
}

type Content = Pick<
  Directory,
  'listings' | 'lists' | 'places' | 'situations' | 'site' | 'contentHash'
>;

/** What search learns of any listings, which takes some seconds. */
export function learnSearchModelsOf(content: Content): SearchModels {
  const { definition } = readDefinition(content.contentHash);
  return openSearchModels(learnSearchModels({ ...content, definition }), definition);
}

/**
 * What search learnt of the directory when the site was built, or learns here and now if content/ or
 * search-index/ have changed since. `outDir`: the folder of the build that is running.
 */
export function readSearchModelsOf(content: Content, outDir: string): SearchModels {
  const { files, hash } = loadSearchIndexFiles(SEARCH_INDEX);
  const kept = readKeptData<Learnt>(learntFile(outDir), toIndexVersion(hash, content.contentHash));
  const definition = kept?.definition ?? parseDefinition(files);
  parsed = { hash, definition };
  return openSearchModels(
    kept?.models ?? learnSearchModels({ ...content, definition }),
    definition,
  );
}

/** Keeps it in a finished build. */
export function keepSearchModelsOf(content: Content, outDir: string): void {
  const { definition, indexVersion } = readDefinition(content.contentHash);
  const data: Learnt = { definition, models: learnSearchModels({ ...content, definition }) };
  writeKeptData(learntFile(outDir), { key: indexVersion, data });
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
    now: () => toLondon(now()),
    createEngine: meilisearch
      ? createEngineWithFallback({ ...meilisearch, hash: hashText, log, later })
      : createEmbeddedEngine,
    clock: elapsedMs,
  });
}

export function createSuggesterOf(content: Content): Suggester {
  const { listings, situations, lists, contentHash } = content;
  const { definition } = readDefinition(contentHash);
  return createSuggester({ listings, situations, needs: lists.needs, definition });
}

/** Words of danger, for the browser to look out for. */
export function crisisWordsOf({
  listings,
  contentHash,
}: Pick<Content, 'listings' | 'contentHash'>): CrisisWords {
  return toCrisisWords(readDefinition(contentHash).definition, listings);
}

/** The directory's index on the search server that is configured; undefined: none is. */
export async function openSiteIndex(content: Content): Promise<SiteIndex | undefined> {
  if (!config.meilisearch) return undefined;
  const { createSiteIndex } = await import('../search/engines/meilisearch/site-index.ts');
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
  const { makeKeys } = await import('../search/engines/meilisearch/keys.ts');
  return makeKeys({ url, index, masterKey, hash: hashText });
}

let parsed: { hash: string; definition: SearchDefinition } | undefined;

// Parsed once for all that need it: it takes a second on a small server.
function readDefinition(contentHash: string) {
  const { files, hash } = loadSearchIndexFiles(SEARCH_INDEX);
  if (parsed?.hash !== hash) parsed = { hash, definition: parseDefinition(files) };
  return { definition: parsed.definition, indexVersion: toIndexVersion(hash, contentHash) };
}

function toIndexVersion(indexHash: string, contentHash: string): string {
  return `${indexHash.slice(0, 12)}-${contentHash.slice(0, 12)}`;
}
