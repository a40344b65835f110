import type { Directory } from '../directory.ts';
import { type DoNotList, doNotListSchema } from '../do-not-list.ts';
import type { Listing } from '../listing.ts';
import { practicesFileSchema, siteSchema } from '../lists.ts';
import { type Places, parsePlaces } from '../places.ts';
import { type PublicListing, toPublicListing } from '../public-listing.ts';
import { findUrgentHelp } from '../situation.ts';
import { describeUnread, isUnknownList } from '../validation/file-names.ts';
import { validatePractices } from '../validation/practices.ts';
import { validateSite } from '../validation/site.ts';
import type { ContentFile, ContentFiles } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { type ContentReader, createContentReader } from './content-reader.ts';
import { type Histories, historiesSchema } from './histories.ts';
import { findBothSides } from './merge-histories.ts';
import { parseListings } from './parse-listings.ts';
import { parseSituations } from './parse-situations.ts';
import { readLists } from './read-lists.ts';
import { findTextFault } from './text-fault.ts';

/** `notices`: worth an editor's look, but no reason to stop. */
export type DirectoryParse =
  | { ok: true; directory: Directory; notices: ContentProblem[] }
  | { ok: false; problems: ContentProblem[]; notices: ContentProblem[] };

/**
 * Everything content/ says, or everything that is wrong with it, sorted by file and line: never a part
 * of it. `today`: ISO date.
 */
export function parseDirectory(
  { files, unread = [], hash }: ContentFiles,
  today: string,
): DirectoryParse {
  const reader = createContentReader(files);
  const { lists, needs, allowed, postcodesOf } = readLists(reader);
  const practicesFile = reader.read('practices.yaml', practicesFileSchema, validatePractices);
  const site = reader.read('site.yaml', siteSchema, validateSite);
  const places = readPlaces(files, reader);
  const { begun, histories } = readHistories(files, reader);
  const doNotList = readDoNotList(files, reader, today);
  const listings = parseListings(
    files.filter((file) => file.path.startsWith('organisations/')),
    reader,
    { today, allowed, places, postcodesOf, noted: new Set(histories.keys()), doNotList },
  );
  const situations = parseSituations(files, reader, { listings, needs });

  reportUnread([...unread, ...files.map(({ path }) => path).filter(isUnknownList)], reader);

  const notices = sorted(reader.notices);
  if (reader.problems.length > 0 || !lists || !practicesFile || !site || !places) {
    return { ok: false, problems: sorted(reader.problems), notices };
  }
  const published = publish(listings, places, findUrgentHelp(situations));
  const bySlug = new Map(published.map((listing) => [listing.slug, listing]));
  const directory = {
    listings: published,
    findListing: (slug: string) => bySlug.get(slug),
    histories,
    doNotList,
    historiesBegun: begun,
    lists,
    situations,
    practices: practicesFile.practices,
    places,
    site,
    contentHash: hash,
  };
  return { ok: true, directory, notices };
}

function readPlaces(files: readonly ContentFile[], reader: ContentReader): Places | undefined {
  const file = 'places/postcodes.csv';
  const text = files.find((each) => each.path === file)?.text ?? '';
  const unfit = findTextFault(text);
  if (unfit) {
    reader.problems.push({ file, ...unfit });
    return undefined;
  }
  const parsed = parsePlaces(text);
  if (parsed.ok) return parsed.places;
  reader.problems.push(...parsed.faults.map((fault) => ({ file, ...fault })));
  return undefined;
}

interface ReadHistories {
  begun: string | undefined;
  histories: Histories;
}

// A borough begins without one.
function readHistories(files: readonly ContentFile[], reader: ContentReader): ReadHistories {
  const file = 'histories.yaml';
  const none = { begun: undefined, histories: new Map() };
  const text = files.find(({ path }) => path === file)?.text;
  if (text === undefined) return none;
  const line = findBothSides(text);
  if (line) {
    const message =
      'two people have changed this file, and it holds both sides. Leave both in it, put the other files right, and run npm run content:note: it makes one of them.';
    reader.problems.push({ file, line, message });
    return none;
  }
  return reader.read(file, historiesSchema, () => []) ?? none;
}

// A borough begins without one.
function readDoNotList(
  files: readonly ContentFile[],
  reader: ContentReader,
  today: string,
): DoNotList {
  const file = 'do-not-list.yaml';
  if (!files.some(({ path }) => path === file)) return [];
  const findAfterToday = (list: DoNotList) =>
    list.flatMap(({ asked }, number) =>
      asked > today
        ? [
            {
              field: [number, 'asked'],
              message: `found ${asked}, which is after today (${today}).`,
            },
          ]
        : [],
    );
  return reader.read(file, doNotListSchema, findAfterToday) ?? [];
}

// A file that nothing reads looks as if it were published.
function reportUnread(paths: readonly string[], { problems, notices }: ContentReader): void {
  for (const file of paths) {
    const message = describeUnread(file);
    if (message) problems.push({ file, message });
    else {
      notices.push({ file, message: 'nothing reads this file. Keep notes outside of content/.' });
    }
  }
}

function publish(
  listings: readonly Listing[],
  places: Places,
  urgentHelp: ReadonlySet<string>,
): PublicListing[] {
  return listings
    .map((listing) =>
      toPublicListing(listing, places.findPlace(listing.postcode ?? ''), {
        isUrgentHelp: urgentHelp.has(listing.slug),
      }),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.slug.localeCompare(b.slug, 'en'));
}

function sorted(problems: readonly ContentProblem[]): ContentProblem[] {
  return problems.toSorted(
    (a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0),
  );
}
