// npm run index: makes the index on Meilisearch anew from content/ and puts it in the place of the old one.
//   npm run index -- --check   only says whether the live index is of this content; exit code 1: it is not
import { directory, openSiteIndex } from '../src/wiring.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((argument) => argument !== '--check');
if (unknown.length > 0) giveUp(`Unknown: ${unknown.join(' ')}. There is only --check.`);
const index = openSiteIndex(directory);
if (!index) giveUp('MEILI_URL is not set: search runs within the site and needs no index.');

try {
  if (asked.includes('--check')) {
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

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}
