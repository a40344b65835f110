import { Meilisearch } from 'meilisearch';
import type { Lists, Site } from '../../../directory/lists.ts';
import type { PublicListing } from '../../../directory/public-listing.ts';
import type { SearchDefinition } from '../../definition/definition.ts';
import { toSearchDocuments } from '../../definition/documents.ts';
import { createTokeniser } from '../../words/tokeniser.ts';
import { toIndexDocuments } from './index-documents.ts';
import { countDocuments } from './index-tasks.ts';
import { formatVersion, toIndexVersion } from './index-version.ts';
import { createMultiSearch } from './multi-search.ts';
import { type RebuildParts, rebuildIndex } from './rebuild-index.ts';
import { toMeilisearchSettings } from './settings.ts';

/** The site's index on its search server, for whoever may write it. */
export interface SiteIndex {
  /** Throws an IndexingFault, or what the client throws when the server cannot be spoken to. */
  rebuild(report: (line: string) => void): Promise<void>;
  /** In words for a terminal. */
  check(): Promise<{ isCurrent: boolean; report: string }>;
}

// Of one request: a batch of a thousand listings is some megabytes.
const REQUEST_WITHIN_MS = 60_000;

export function createSiteIndex({
  url,
  key,
  index,
  definition,
  indexVersion,
  hash,
  ...parts
}: {
  url: string;
  key: string | undefined;
  index: string;
  definition: SearchDefinition;
  indexVersion: string;
  hash(text: string): string;
  listings: readonly PublicListing[];
  lists: Lists;
  site: Pick<Site, 'borough'>;
  today: string;
} & Pick<RebuildParts, 'run' | 'wait'>): SiteIndex {
  const client = new Meilisearch({
    host: url,
    timeout: REQUEST_WITHIN_MS,
    ...(key ? { apiKey: key } : {}),
  });
  const version = toIndexVersion(definition, indexVersion, hash);
  const documents = toSearchDocuments(parts.listings, parts.lists, {
    today: parts.today,
    borough: parts.site.borough.en,
  });

  return {
    rebuild: (report) =>
      rebuildIndex({
        client,
        index,
        run: parts.run,
        version,
        report,
        wait: parts.wait,
        settings: toMeilisearchSettings(definition),
        documents: toIndexDocuments(
          documents,
          definition.settings,
          createTokeniser(definition.normalise),
          version,
        ),
      }),
    async check() {
      const count = await countDocuments(client, index);
      if (count === undefined) return { isCurrent: false, report: `There is no index ${index}.` };
      const question = {
        condition: true,
        q: '',
        limit: 1,
        attributesToRetrieve: ['id', 'version'],
      };
      const [reply] = await createMultiSearch(client, index)(
        [question],
        AbortSignal.timeout(REQUEST_WITHIN_MS),
      );
      const held = reply?.hits[0]?.version ?? 'none';
      const wanted = formatVersion(version);
      const isCurrent = held === wanted && count === documents.length;
      const is = `${index} holds ${count} listings of version ${held}`;
      const should = `${documents.length} of version ${wanted}`;
      return { isCurrent, report: isCurrent ? `${is}.` : `${is}, and should hold ${should}.` };
    },
  };
}
