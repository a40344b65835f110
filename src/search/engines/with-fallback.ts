import type { Log } from '../../platform/log.ts';
import type { Plan, SearchEngine } from '../plan/plan.ts';
import { createAvailability } from './availability.ts';
import type { MeilisearchEngine } from './meilisearch/engine.ts';

// A reader waits no longer than this for a better answer than the one at hand.
const ANSWER_WITHIN_MS = 800;

/** Asks for next to nothing, and yet needs the server, the key, the index and its definition. */
const PROBE: Plan = {
  words: [],
  needs: [],
  needsTogether: false,
  needsAreCertain: false,
  prefer: {},
  pinned: [],
  offersAsked: [],
  offersForNeeds: [],
  namedListings: [],
  suitable: [],
  isUrgent: false,
  people: { sex: undefined, age: undefined },
  unwanted: [],
  unwantedNeeds: [],
  locale: 'en',
  when: undefined,
  likelyPinned: new Map(),
  findsPreferred: false,
  filters: {},
  openAt: undefined,
  from: undefined,
  sort: 'name',
  offset: 0,
  limit: 1,
};

/**
 * Answers from Meilisearch, and within the same request from the embedded engine when that fails in any
 * way. What happens is logged once a change, never with anything that was typed.
 */
export function withFallback({
  meilisearch,
  embedded,
  mostHits,
  log,
  later,
  answerWithinMs = ANSWER_WITHIN_MS,
}: {
  meilisearch: MeilisearchEngine;
  embedded: SearchEngine;
  /** Pages further down than this are the embedded engine's. */
  mostHits: number;
  log: Log;
  later(ms: number, run: () => void): void;
  answerWithinMs?: number | undefined;
}): SearchEngine {
  /** Until then it is not known whether the server, the key and the index are any good. */
  let hasAnswered = false;
  let isStale = false;
  const { reason, giveUp } = createAvailability({ probe: () => ask(PROBE), log, later });

  async function ask(plan: Plan, signal?: AbortSignal) {
    const limit = AbortSignal.timeout(answerWithinMs);
    const answer = await meilisearch.answer(
      plan,
      signal ? AbortSignal.any([limit, signal]) : limit,
    );
    hasAnswered = true;
    noteStale(answer.isStale);
    return answer;
  }

  function noteStale(now: boolean): void {
    if (now && !isStale) log.warn('search.index-is-stale', { remedy: 'npm run index' });
    isStale = now;
  }

  return {
    name: 'meilisearch',
    async answer(plan, signal) {
      if (plan.offset + plan.limit > mostHits) return embedded.answer(plan, signal);
      if (reason() === undefined) {
        try {
          return await ask(plan, signal);
        } catch (fault) {
          // The reader has gone; that says nothing about the server.
          signal?.throwIfAborted();
          giveUp(fault);
        }
      }
      return { ...(await embedded.answer(plan, signal)), standIn: embedded.name };
    },
    health() {
      const why = reason();
      const answering = hasAnswered ? 'meilisearch' : 'starting';
      return {
        engine: why === undefined ? answering : 'embedded',
        degraded: why !== undefined,
        ...(why === undefined ? {} : { reason: why }),
        stale: isStale,
      };
    },
  };
}
