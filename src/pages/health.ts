import type { APIRoute } from 'astro';
import { log, searcher, toFacts } from '../wiring.ts';

export const prerender = false;

/**
 * For monitors: `ok`; `degraded`, a lesser search answers; `down` with status 503, no search at all.
 * Holds nothing about any person.
 */
export const GET: APIRoute = () => {
  try {
    const search = searcher.health();
    return Response.json({ status: search.degraded ? 'degraded' : 'ok', search });
  } catch (fault) {
    log.error('search.unavailable', toFacts(fault));
    return Response.json({ status: 'down' }, { status: 503 });
  }
};
