import { parse } from 'yaml';
import type { Directory } from '../../../src/directory/directory.ts';
import type { History } from '../../../src/directory/reading/histories.ts';
import { noteChanges } from '../../../src/directory/reading/note-changes.ts';
import { answerList, answerOne, type FeedDependencies } from '../../../src/open-referral/answer.ts';
import type { Page } from '../../../src/open-referral/entities/page.ts';
import type {
  Service,
  ServiceAtLocation,
} from '../../../src/open-referral/entities/service-schemas.ts';
import { createFeed, type Feed } from '../../../src/open-referral/feed.ts';
import { nameUuid } from '../../../src/platform/name-uuid.ts';
import { contentFolder, listingFields, parseFolder, testToday } from '../directory/content.ts';

/**
 * The feed of these listings, as editors write them, by slug; `site`: changes to content/site.yaml; `lists`: whole files of content/lists/.
 * `begun`: the first day of which histories tell, and `histories` what they tell of some; all is noted as it is.
 */
export function aFeed(
  listings: Record<string, Record<string, unknown>>,
  {
    today = testToday,
    site = {},
    lists = {},
    begun,
    histories = {},
  }: {
    today?: string;
    site?: object;
    lists?: Record<string, unknown>;
    begun?: string;
    histories?: Record<string, Partial<History>>;
  } = {},
) {
  const files = Object.entries(listings).map(([slug, fields]) => [
    `organisations/${slug}.yaml`,
    // No two may have the same name or description.
    listingFields({ name: slug, ...fields }),
  ]);
  const parsed = parseFolder({
    'organisations/bow-lunch-club.yaml': undefined,
    ...Object.fromEntries(files),
    'site.yaml': { ...parse(soundSite), ...site },
    ...Object.fromEntries(
      Object.entries(lists).map(([name, items]) => [`lists/${name}.yaml`, items]),
    ),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  const { directory } = parsed;
  const noted = begun ? [...noteChanges(directory.listings, new Map(), begun)] : [];
  const told = {
    histories: new Map(noted.map(([slug, history]) => [slug, { ...history, ...histories[slug] }])),
    historiesBegun: begun,
  };
  return {
    ...askable(feedOf({ ...directory, ...told }, today), directory),
    histories: told.histories as ReadonlyMap<string, History>,
  };
}

const soundSite = contentFolder().files.find(({ path }) => path === 'site.yaml')?.text ?? '';

export function feedOf(directory: Directory, today: string): Feed {
  return createFeed({ directory, today, siteUrl: new URL('https://help.example'), nameUuid });
}

/** A feed to ask as over HTTP; words find the slugs that stand in them. */
export function askable(feed: Feed, { listings, places }: Pick<Directory, 'listings' | 'places'>) {
  const dependencies: FeedDependencies = {
    feed,
    findPlace: places.findPlace,
    findByWords: async (words) =>
      words.split(' ').filter((word) => listings.some(({ slug }) => slug === word)),
  };
  const ask = (list: string, query = '') =>
    answerList(list, new URLSearchParams(query), dependencies);
  return {
    feed,
    ask,
    /** A page, as a program reads it; throws if there is none. */
    page: async (list: string, query = '') => {
      const answer = await ask(list, query);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      return asRead(answer.body) as Page<{ id: string } & Record<string, unknown>>;
    },
    /** The slugs of a page of services. */
    slugs: async (query: string) => {
      const answer = await ask('services', query);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      return (answer.body as Page<Service>).contents.map(({ directory_slug }) => directory_slug);
    },
    one: (list: string, id: string) => answerOne(list, id, dependencies),
    service: (slug: string): Service => {
      const found = feed.services.find(({ whole }) => whole.directory_slug === slug);
      if (!found) throw new Error(`The feed has no ${slug}.`);
      return asRead(found.whole);
    },
    serviceAtLocation: (slug: string): ServiceAtLocation | undefined =>
      asRead(
        feed.serviceAtLocations.find(({ whole }) => whole.service.directory_slug === slug)?.whole,
      ),
  };
}

/** What is left after it was written and read: nothing that is undefined. */
export function asRead<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
