// npm run content:check: reads all of content/ and search-index/ that a build reads, and says whether the
// site can be built from it, with everything that is wrong; and what is worth a look.
//   npm run content:check -- --all   names each of the many that are told of together

import { parseArgs } from 'node:util';
import { parseDirectory } from '../src/directory/reading/parse-directory.ts';
import { languages } from '../src/i18n/locale.ts';
import { today } from '../src/platform/clock.ts';
import { loadContentFiles, loadWordFiles } from '../src/platform/files/content-files.ts';
import { loadSearchIndexFiles } from '../src/platform/files/search-index-files.ts';
import { loadRoutingFile } from '../src/wiring/routing-file.ts';
import {
  type Faults,
  findDirectoryFaults,
  findRoutingFaults,
  findSearchFaults,
  findWordFaults,
} from './content/find-faults.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean' } } });
const content = loadContentFiles('content');
const parsed = parseDirectory(content, today());
const directory = parsed.ok ? parsed.directory : undefined;
const all: Faults[] = [
  findDirectoryFaults(parsed, content.files, { tellsAll: values.all ?? false }),
  findWordFaults(loadWordFiles('content')),
  findSearchFaults(loadSearchIndexFiles('search-index'), directory),
  ...(directory ? [findRoutingFaults(loadRoutingFile(undefined), directory)] : []),
];
const problems = all.flatMap((faults) => faults.problems);
const notices = all.flatMap((faults) => faults.notices);
const unread = languages.filter(({ reviewed }) => !reviewed).map(({ name }) => name);
if (unread.length > 0) {
  notices.push(
    `nobody who speaks it has read every word of ${unread.join(', ')} (src/i18n/locale.ts).`,
  );
}

if (notices.length > 0) {
  console.log(`Worth a look (${notices.length}); the site can be built:`);
  for (const notice of notices) console.log(`  ${notice}`);
}
if (problems.length > 0) {
  console.error(`${problems.length} to put right:`);
  for (const problem of problems) console.error(`  ${problem}`);
  process.exitCode = 1;
} else if (directory) {
  const { listings, lists, situations, practices, places } = directory;
  console.log(
    `${listings.length} listings, ${lists.needs.length} needs, ${situations.length} situations, ${practices.length} practices, ${places.size} postcodes: no problems.`,
  );
}
