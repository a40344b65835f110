// npm run content:check: says whether content/ can be published, and all that is wrong with it; and
// whether search-index/ can be read.
import { formatProblem } from '../src/directory/content-problem.ts';
import { parseDirectory } from '../src/directory/parse-directory.ts';
import { today } from '../src/platform/clock.ts';
import { loadContentFiles } from '../src/platform/content-files.ts';
import { loadSearchIndexFiles } from '../src/platform/search-index-files.ts';
import { parseDefinition } from '../src/search/definition.ts';

const parsed = parseDirectory(loadContentFiles('content'), today());

if (parsed.notices.length > 0) {
  console.log(`Worth a look (${parsed.notices.length}); the site can be built:`);
  for (const notice of parsed.notices) console.log(`  ${formatProblem(notice)}`);
}
if (parsed.ok) {
  const { listings, practices, lists, places } = parsed.directory;
  console.log(
    `${listings.length} listings, ${lists.needs.length} needs, ${practices.length} practices, ${places.size} postcodes: no problems.`,
  );
} else {
  console.error(`${parsed.problems.length} to put right:`);
  for (const problem of parsed.problems) console.error(`  ${formatProblem(problem)}`);
  process.exitCode = 1;
}

// The site would start, and fail at the first search.
try {
  parseDefinition(loadSearchIndexFiles('search-index').files);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
