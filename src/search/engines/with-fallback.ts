import type { Log } from '../../platform/log.ts';
import type { Plan, SearchEngine } from '../plan/plan.ts';
import type { MeilisearchEngine } from './meilisearch/engine.ts';
import { EngineUnavailableFault } from './meilisearch/fault.ts';

// A reader waits no longer than this for a better answer than the one at hand.
const ANSWER_WITHIN_MS = 800;
// Recovery is noticed within this and one answer; however long a server asks to be left alone.
const PROBE_EVERY_MS = 5_000;
const LONGEST_REST_MS = 10_000;

/** Asks for next to nothing, and yet needs the server, the key, the index and its definition. */
const PROBE: Plan = {
  words: [],
  needs: [],
  needsTogether: false,
  needsAreSure: false,
  prefer: {},
  first: [],
  wants: [],
  fits: [],
  named: [],
  also: [],
  isUrgent: false,
  people: { sex: undefined, age: undefined },
  unwanted: [],
  unwantedNeeds: [],
  locale: 'en',
  when: undefined,
  leaning: new Map(),
  findsPreferred: false,
  filters: {},
  from: undefined,
  sort: 'name',
  offset: 0,
  limit: 1,
};

/**
 * Answers from Meilisearch, and within the same request from the embedded engine when that fails in any
 * way. After one failure nobody waits for Meilisearch again until a probe has found it well. What happens
 * is logged once a change, never with anything that was typed.
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
  /** Why Meilisearch is not asked; undefined: it is. */
  let reason: string | undefined;
  /** Until then it is not known whether the server, the key and the index are any good. */
  let hasAnswered = false;
  let isStale = false;
  let probeIsComing = false;

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

  function giveUp(fault: unknown): void {
    const known = fault instanceof EngineUnavailableFault ? fault : undefined;
    if (reason === undefined) {
      // Of an unforeseen fault only the name: its message may quote what was searched for.
      const facts = known ? {} : { fault: fault instanceof Error ? fault.name : 'unknown' };
      log.warn('search.fell-back-to-embedded', { reason: known?.reason ?? 'fault', ...facts });
    }
    reason = known?.reason ?? 'fault';
    if (probeIsComing) return;
    probeIsComing = true;
    later(restMs(known?.retryAfterMs), probe);
  }

  async function probe(): Promise<void> {
    probeIsComing = false;
    try {
      await ask(PROBE);
      if (reason !== undefined) log.info('search.back-to-meilisearch');
      reason = undefined;
    } catch (fault) {
      giveUp(fault);
    }
  }

  // So that /health knows before anybody has searched. Not at once: what is still being built would hold
  // up the reply, and make a good server look slow.
  later(0, probe);

  return {
    name: 'meilisearch',
    async answer(plan, signal) {
      if (plan.offset + plan.limit > mostHits) return embedded.answer(plan, signal);
      if (reason === undefined) {
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
    health: () => ({
      engine: reason !== undefined ? 'embedded' : hasAnswered ? 'meilisearch' : 'starting',
      degraded: reason !== undefined,
      ...(reason === undefined ? {} : { reason }),
      stale: isStale,
    }),
  };
}

function restMs(asked = PROBE_EVERY_MS): number {
  return Math.min(Math.max(asked, PROBE_EVERY_MS), LONGEST_REST_MS);
}
