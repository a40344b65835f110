// npm run index: makes the index on Meilisearch anew from the content of the build, and puts it in the place
// of the old one.
//   npm run index -- --check   only says whether the live index is of this content; exit code 1: it is not
//   npm run index -- --keys    makes the two keys that the site needs, with MEILI_MASTER_KEY, and shows them
import './build/use-build.ts';
import { directory, makeSiteKeys, openSiteIndex } from '../src/wiring.ts';

const options = process.argv.slice(2);
const unknown = options.filter((argument) => !['--check', '--keys'].includes(argument));
if (unknown.length > 0) giveUp(`Unknown: ${unknown.join(' ')}. There are --check and --keys.`);
const index = await openSiteIndex(directory);
if (!index) giveUp('MEILI_URL is not set: search runs within the site and needs no index.');

try {
  if (options.includes('--keys')) {
    await showKeys();
  } else if (options.includes('--check')) {
    const { isCurrent, report } = await index.check();
    console.log(report);
    if (!isCurrent) giveUp('Run "npm run index".');
  } else {
    await index.rebuild((line) => console.log(line));
  }
} catch (fault) {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : '';
  giveUp(`${fault instanceof Error ? fault.message : fault}${cause ? `: ${cause}` : ''}`);
}

async function showKeys(): Promise<void> {
  // What a service or a pipe prints ends in a log.
  if (!process.stdout.isTTY) giveUp('Keys are shown at a terminal only, and this is none.');
  const keys = await makeSiteKeys();
  if (!keys)
    giveUp('MEILI_MASTER_KEY is not set: only it may make keys. Give it for this command.');
  console.log(`For the site:
  MEILI_SEARCH_KEY=${keys.search}
For "npm run index" alone, where the site does not read it:
  MEILI_ADMIN_KEY=${keys.admin}`);
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}
