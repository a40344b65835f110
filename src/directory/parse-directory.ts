import type { z } from 'zod';
import type { ContentFiles } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import type { Directory } from './directory.ts';
import { type Listing, listingSchema } from './listing.ts';
import {
  type Lists,
  listItemSchema,
  needsFileSchema,
  practicesFileSchema,
  siteSchema,
} from './lists.ts';
import { parsePlaces } from './places.ts';
import { parsePostcode } from './postcode.ts';
import { toPublicListing } from './public-listing.ts';
import { readYaml } from './read-yaml.ts';

export type DirectoryParse =
  | { ok: true; directory: Directory }
  | { ok: false; problems: ContentProblem[] };

/** Everything content/ says, or everything that is wrong with it. Never a part of it. */
export function parseDirectory({ files, hash }: ContentFiles): DirectoryParse {
  const problems: ContentProblem[] = [];

  function read<S extends z.ZodType>(path: string, schema: S): z.infer<S> | undefined {
    const file = files.find((each) => each.path === path);
    if (!file) {
      problems.push({ file: path, message: 'this file is missing.' });
      return undefined;
    }
    const reading = readYaml(file);
    if (!reading.ok) {
      problems.push(...reading.problems);
      return undefined;
    }
    const parsed = schema.safeParse(reading.value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const line = reading.lineOf(issue.path);
      problems.push({ file: path, line, field: issue.path.join('.'), message: issue.message });
    }
    return undefined;
  }

  const list = (name: string) => read(`lists/${name}.yaml`, listItemSchema.array()) ?? [];
  const needsFile = read('lists/needs.yaml', needsFileSchema) ?? { groups: [], needs: [] };
  const lists: Lists = {
    needGroups: needsFile.groups.map((group) => ({
      ...group,
      needs: needsFile.needs.filter((need) => need.group === group.slug),
    })),
    needs: needsFile.needs,
    audiences: list('audiences'),
    access: list('access'),
    costs: list('costs'),
    areas: list('areas'),
    languages: list('languages'),
    kinds: list('kinds'),
  };
  const practicesFile = read('practices.yaml', practicesFileSchema);
  const site = read('site.yaml', siteSchema);
  const placesFile = files.find((file) => file.path === 'places/postcodes.csv');
  const places = parsePlaces(placesFile?.text ?? '');
  const listings: Listing[] = [];
  for (const { path } of files.filter((file) => file.path.startsWith('organisations/'))) {
    const listing = read(path, listingSchema);
    const slug = path.slice('organisations/'.length).replace(/\.ya?ml$/, '');
    if (listing) listings.push({ ...listing, slug });
  }

  if (problems.length > 0 || !site || !practicesFile) return { ok: false, problems };
  const published = listings
    .map((listing) => {
      const typed = parsePostcode(listing.postcode ?? '');
      const place = typed.kind === 'full' ? places.findPlace(typed.postcode) : undefined;
      return toPublicListing(listing, place);
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const bySlug = new Map(published.map((listing) => [listing.slug, listing]));
  return {
    ok: true,
    directory: {
      listings: published,
      findListing: (slug) => bySlug.get(slug),
      lists,
      practices: practicesFile.practices,
      places,
      site,
      contentHash: hash,
    },
  };
}
