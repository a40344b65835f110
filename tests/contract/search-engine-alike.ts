import { describe, expect, test } from 'vitest';
import { createEmbeddedEngine } from '../../src/search/engines/embedded.ts';
import type { Plan } from '../../src/search/plan/plan.ts';
import type { SearchRequest } from '../../src/search/port.ts';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { directory } from '../../src/wiring.ts';
import { aRequest, aSearcher } from '../support/search/a-searcher.ts';
import { anEngine, aPlan, someWords } from '../support/search/an-engine.ts';
import { loadJudgedQueries } from '../support/search/relevance.ts';

const EVERY = 6;
const slugs = directory.listings.filter(({ status }) => status === 'open').map(({ slug }) => slug);
const position = { latitude: 51.5215, longitude: -0.046 };

const ways: [string, Partial<SearchRequest>][] = [
  ['as typed', {}],
  ['with needs undone', { literal: true }],
  ['with boxes ticked', { filters: { cost: ['free'], way: ['phone', 'drop-in'] } }],
  ['on Sundays', { filters: { day: ['sun'] } }],
  ['open now', { openNow: true }],
  ['near a postcode', { near: 'E3 4SS' }],
  ['by distance', { near: 'E1 4AA', sort: 'distance' }],
  ['by name, on the second page', { sort: 'name', page: 2 }],
];

const plans: [string, Partial<Plan>][] = [
  [
    'situations and needs with their firsts',
    {
      needs: ['housing', 'benefits'],
      needsAreCertain: true,
      needsTogether: true,
      pinned: slugs.slice(5, 12).map((listing) => ({ listing, situation: 'told-to-leave' })),
      words: someWords('rent arrears'),
      offersAsked: ['advice'],
    },
  ],
  [
    'who asks, and what is not wanted',
    {
      needs: ['physical-activity'],
      needsAreCertain: true,
      people: { sex: 'women', age: 'older-people' },
      prefer: { who: ['bangladeshi'] },
      unwanted: someWords('swimming football'),
      unwantedNeeds: ['arts-culture'],
      locale: 'bn',
      from: position,
    },
  ],
  [
    'a guess, with words in halves and misspelt',
    {
      needs: ['food'],
      words: [
        {
          typed: 'foodbank',
          isWeak: false,
          isCommon: false,
          terms: new Map(),
          role: 'content',
          halves: ['food', 'bank'],
        },
        ...someWords('centre').map((word) => ({
          ...word,
          terms: new Map([
            ['centre', 0.6],
            ['centres', 0.4],
          ]),
        })),
      ],
    },
  ],
];

/** Whichever engine answers, everybody sees the same page. Over the real directory. */
export function describeAlike(name: string, createEngine: SearcherParts['createEngine']): void {
  describe(`${name} and the embedded engine`, () => {
    const other = aSearcher(directory.listings, createEngine);
    const embedded = aSearcher(directory.listings, createEmbeddedEngine);
    const queries = loadJudgedQueries('search-index/judged-queries.jsonl').filter(
      (_, i) => i % EVERY === 0,
    );

    test.each(ways)('give the same answer %s', async (_, parts) => {
      for (const { query: q, lang: locale } of queries) {
        const request = aRequest({ q, locale, ...parts });
        const { engine: _engine, ...expected } = await embedded.search(request);
        expect(await other.search(request), q).toMatchObject(expected);
      }
    });

    test.each(plans)('put %s in the same order, for the same reasons', async (_, parts) => {
      const plan = aPlan({ limit: 50, ...parts });
      const expected = await anEngine(directory.listings).answer(plan);
      const answer = await anEngine(directory.listings, createEngine).answer(plan);
      expect(expected.found.length).toBeGreaterThan(10);
      expect(answer).toMatchObject(expected);
    });
  });
}
