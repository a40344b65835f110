/**
 * Joins the parts: the only file that hands platform values (files, clock, configuration) to the
 * directory and to search. Pages and scripts take what they need from here.
 */
import { formatProblem } from './directory/content-problem.ts';
import type { Directory } from './directory/directory.ts';
import { parseDirectory } from './directory/parse-directory.ts';
import { elapsedMs, today } from './platform/clock.ts';
import { parseConfig, readEnvironment } from './platform/config.ts';
import { loadContentFiles } from './platform/content-files.ts';
import { createLog } from './platform/log.ts';
import { loadSearchIndexFiles } from './platform/search-index-files.ts';
import { parseDefinition } from './search/definition.ts';
import { createEmbeddedEngine } from './search/engines/embedded.ts';
import type { Searcher } from './search/port.ts';
import { createSearcher } from './search/searcher.ts';

export { toFacts } from './platform/log.ts';

export const log = createLog({ level: parseConfig(readEnvironment()).logLevel });

export { today };

/** What content/ in the working directory says. Importing this throws if content/ has any problem. */
export const directory: Directory = loadDirectory();

let built: Searcher | undefined;

/** Search over the directory. The index is built on first use, so pages without search do not wait. */
export const searcher: Searcher = {
  search: (request) => requireSearcher().search(request),
  health: () => requireSearcher().health(),
};

function requireSearcher(): Searcher {
  built ??= createSearcherOf(directory);
  return built;
}

/** A searcher over any listings: the directory's own, or generated ones for the benchmark. */
export function createSearcherOf({
  listings,
  lists,
  places,
  contentHash,
}: Pick<Directory, 'listings' | 'lists' | 'places' | 'contentHash'>): Searcher {
  const { files, hash } = loadSearchIndexFiles('search-index');
  return createSearcher({
    listings,
    lists,
    places,
    definition: parseDefinition(files),
    indexVersion: `${hash.slice(0, 12)}-${contentHash.slice(0, 12)}`,
    today: today(),
    createEngine: createEmbeddedEngine,
    clock: elapsedMs,
  });
}

function loadDirectory(): Directory {
  const parsed = parseDirectory(loadContentFiles('content'), today());
  if (parsed.ok) return parsed.directory;
  const list = parsed.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  throw new Error(
    `content/ has ${parsed.problems.length} problem(s). Put them right, then run npm run content:check.\n${list}`,
  );
}
