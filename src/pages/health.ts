import type { APIRoute } from 'astro';
import { StoreFault } from '../referral/store/store-fault.ts';
import { log, reportReferrals, searcher, toLogFields } from '../wiring.ts';

export const prerender = false;

type Status = 'ok' | 'degraded' | 'down';

/**
 * For monitors: `ok`; `degraded`, a person should look; `down` with status 503, no search at all, or no
 * referral can be taken. Holds nothing about any person.
 */
export const GET: APIRoute = async () => {
  const search = probeSearch();
  const referrals = await probeReferrals();
  const parts = [search.status, referrals.status];
  const status = (['down', 'degraded'] as const).find((bad) => parts.includes(bad)) ?? 'ok';
  return Response.json(
    { status, search: search.found, referrals },
    { status: status === 'down' ? 503 : 200 },
  );
};

function probeSearch() {
  try {
    const found = searcher.health();
    return { status: (found.degraded ? 'degraded' : 'ok') satisfies Status, found };
  } catch (fault) {
    log.error('search.unavailable', toLogFields(fault));
    return { status: 'down' as const };
  }
}

async function probeReferrals() {
  try {
    return await reportReferrals();
  } catch (fault) {
    const reason = fault instanceof StoreFault ? fault.reason : 'other';
    log.error('referral.health-unavailable', { reason });
    return { status: 'down' as const };
  }
}
