import type { APIRoute } from 'astro';
import { StoreFault } from '../referral/store/store-fault.ts';
import { log, reportReferrals, searcher, toLogFields } from '../wiring.ts';

export const prerender = false;

type Status = 'ok' | 'degraded' | 'down';

/**
 * For monitors: `ok`; `degraded`, a person should look; `down` with status 503, no search at all, or no
 * referral can be taken. Holds nothing about any person. `?strict` answers 503 to `degraded` too, for
 * monitors that only read the status; without it a load balancer keeps a server that still works.
 */
export const GET: APIRoute = async ({ url }) => {
  const search = probeSearch();
  const referrals = await probeReferrals();
  const parts = [search.status, referrals.status];
  const status = (['down', 'degraded'] as const).find((bad) => parts.includes(bad)) ?? 'ok';
  const fails = status === 'down' || (status === 'degraded' && url.searchParams.has('strict'));
  return Response.json({ status, search: search.found, referrals }, { status: fails ? 503 : 200 });
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
    return { status: 'down' as const, troubles: [`store-${reason}`] };
  }
}
