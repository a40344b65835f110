// npm run content:check: says whether content/ can be published, and all that is wrong with it; whether
// every language says what English says; whether the routing example fits its practices; and whether
// search-index/ can be read.

import type { Directory } from '../src/directory/directory.ts';
import { formatProblem } from '../src/directory/reading/content-problem.ts';
import { describeRename, findNotes, findRenames } from '../src/directory/reading/note-changes.ts';
import { parseDirectory } from '../src/directory/reading/parse-directory.ts';
import { checkMessages } from '../src/i18n/check-messages.ts';
import { languages } from '../src/i18n/locale.ts';
import { today } from '../src/platform/clock.ts';
import { loadContentFiles } from '../src/platform/files/content-files.ts';
import { loadSearchIndexFiles } from '../src/platform/files/search-index-files.ts';
import { parseRouting } from '../src/referral/routing/parse-routing.ts';
import { parseDefinition } from '../src/search/definition/definition.ts';
import { findSharedCodes } from '../src/shortlist/short-address.ts';
import { loadRoutingFile } from '../src/wiring/routing-file.ts';

const parsed = parseDirectory(loadContentFiles('content'), today());

if (parsed.notices.length > 0) {
  console.log(`Worth a look (${parsed.notices.length}); the site can be built:`);
  for (const notice of parsed.notices) console.log(`  ${formatProblem(notice)}`);
}
if (parsed.ok) {
  const { listings, practices, lists, places, situations } = parsed.directory;
  console.log(
    `${listings.length} listings, ${lists.needs.length} needs, ${situations.length} situations, ${practices.length} practices, ${places.size} postcodes: no problems.`,
  );
  const unnoted = findNotes(listings, parsed.directory.histories);
  refuse(findRenames(listings, parsed.directory.histories).map(describeRename));
  if (unnoted.length > 0) {
    console.log(
      `Worth a look: ${unnoted.length} changed since npm run content:note was last run (${unnoted[0]?.slug}${unnoted.length > 1 ? ' …' : ''}). Run it, so that lists people made can say when.`,
    );
  }
  const slugs = new Set([
    ...listings.map(({ slug }) => slug),
    ...parsed.directory.histories.keys(),
  ]);
  for (const group of findSharedCodes([...slugs])) {
    console.log(
      `Worth a look: ${group.join(' and ')} have the same code in printed addresses, which then lead to neither. Give the newer file another name before it is published.`,
    );
  }
  refuse(findRoutingProblems(parsed.directory));
} else {
  refuse(parsed.problems.map(formatProblem));
}

const unread = languages.filter(({ reviewed }) => !reviewed).map(({ name }) => name);
if (unread.length > 0) {
  console.log(
    `Worth a look: nobody who speaks it has read every word of ${unread.join(', ')} (src/i18n/locale.ts).`,
  );
}
refuse(checkMessages());

// The site would start, and fail at the first search.
try {
  parseDefinition(loadSearchIndexFiles('search-index').files);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}

// A practice of a new network would have nowhere to send referrals to.
function findRoutingProblems(directory: Directory): string[] {
  const example = loadRoutingFile(undefined);
  if ('problem' in example) return [example.problem];
  const routing = parseRouting(example.text, example.name, directory);
  return routing.ok ? [] : routing.problems;
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  console.error(`${problems.length} to put right:`);
  for (const problem of problems) console.error(`  ${problem}`);
  process.exitCode = 1;
}
