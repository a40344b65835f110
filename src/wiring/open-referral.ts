/** The open data feed over the directory, made once a day, as answers over HTTP. */
import type { Directory } from '../directory/directory.ts';
import {
  answerList,
  answerOne,
  describeFeed,
  type FeedAnswer,
  type FeedDependencies,
  notFound,
} from '../open-referral/answer.ts';
import { createFeed, type Feed } from '../open-referral/feed.ts';
import { createOpenApi } from '../open-referral/openapi.ts';
import { today } from '../platform/clock.ts';
import { nameUuid } from '../platform/name-uuid.ts';
import { hashText } from '../platform/secrets/hash-text.ts';
import type { Searcher } from '../search/port.ts';

type Content = Pick<
  Directory,
  'listings' | 'findListing' | 'histories' | 'historiesBegun' | 'lists' | 'site' | 'places'
>;

export interface OpenReferral {
  /** GET / */
  root(): Response;
  /** GET /openapi.json */
  openApi(): Response;
  /** GET /{list} */
  list(name: string | undefined, search: URLSearchParams): Promise<Response>;
  /** GET /{list}/{id} */
  one(name: string | undefined, id: string | undefined): Response;
  /** Any other address below. */
  nothing(): Response;
}

export function createOpenReferral(
  directory: Content,
  searcher: Searcher,
  siteUrl: URL,
): OpenReferral {
  let made: { day: string; feed: Feed } | undefined;
  // Checks dated after today count from their day on.
  const feed = (): Feed => {
    const day = today();
    if (made?.day !== day) {
      made = { day, feed: createFeed({ directory, today: day, siteUrl, nameUuid }) };
    }
    return made.feed;
  };
  const dependencies = (): FeedDependencies => ({
    feed: feed(),
    findPlace: directory.places.findPlace,
    findByWords: (words) => findByWords(searcher, words, directory.listings.length),
  });
  return {
    root: () => respond({ ok: true, body: describeFeed(siteUrl) }),
    openApi: () => respond({ ok: true, body: createOpenApi(siteUrl) }),
    list: async (name, search) =>
      respond(await answerList(name, search, dependencies()), search.has('search')),
    one: (name, id) => respond(answerOne(name, id, dependencies())),
    nothing: () => respond(notFound()),
  };
}

async function findByWords(searcher: Searcher, words: string, most: number): Promise<string[]> {
  const { hits } = await searcher.search({
    q: words,
    locale: 'en',
    filters: {},
    near: '',
    sort: 'relevance',
    page: 1,
    perPage: most,
    literal: false,
  });
  return hits.map(({ id }) => id);
}

// A correction shows within five minutes. What somebody typed stays out of shared caches.
function respond(answer: FeedAnswer, hasWords = false): Response {
  if (!answer.ok) {
    return Response.json(answer.problem, {
      status: answer.problem.status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
    });
  }
  const text = JSON.stringify(answer.body);
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': hasWords ? 'private, max-age=60' : 'public, max-age=300',
      ETag: `"${hashText(text).slice(0, 32)}"`,
    },
  });
}
