// npm run content:unlist -- SLUG: takes a listing out whose organisation asked not to be listed, and remembers that, so
// that neither an import nor another editor brings it back.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { toDoNotListEntry } from '../src/directory/do-not-list.ts';
import { today } from '../src/platform/clock.ts';
import { readDirectory } from './content/read-directory.ts';

const FILE = 'content/do-not-list.yaml';
const HEAD = `# Organisations that asked not to be listed. npm run content:unlist writes here; the check refuses a listing of any of them.
`;
const slug = (process.argv[2] ?? '').replace(/^.*\/|\.yaml$/g, '');
const directory = readDirectory(today());
const listing = directory.findListing(slug);
if (listing) unlist(listing);
else {
  console.error(
    `There is no listing '${slug}'. Name its file in content/organisations/, without .yaml: npm run content:unlist -- bow-lunch-club`,
  );
  process.exitCode = 1;
}

function unlist(listing: (typeof directory.listings)[number]): void {
  const others = directory.listings.filter((other) => other !== listing);
  const entry = toDoNotListEntry(listing, others, today());
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8').replace(/^\[\]\s*$/m, '') : HEAD;
  // The wish is on the disk before the listing goes.
  writeFileSync(FILE, `${before.trimEnd()}\n${stringify([entry])}`);
  rmSync(`content/organisations/${slug}.yaml`);
  console.log(`${listing.name} is taken out, and content/do-not-list.yaml remembers why.`);
  for (const place of findPlaces())
    console.log(`It is still named in ${place}: take it out there.`);
  console.log('Then run npm run content:check and npm run content:note, and commit all of it.');
}

function findPlaces(): string[] {
  const { situations, lists, listings } = directory;
  return [
    ...situations
      .filter(
        ({ first, also }) => also.includes(slug) || first.some((each) => each.listing === slug),
      )
      .map((situation) => `content/situations/${situation.slug}.yaml`),
    ...(lists.needs.some(({ first }) => first.includes(slug)) ? ['content/lists/needs.yaml'] : []),
    ...listings
      .filter(({ partOf }) => partOf === slug)
      .map((part) => `content/organisations/${part.slug}.yaml`),
  ];
}
