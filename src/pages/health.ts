import type { APIRoute } from 'astro';
import { StoreFault } from '../referral/store/store-fault.ts';
import { languagesWithoutHome, log, reportReferrals, searcher, toLogFields } from '../wiring.ts';

export const prerender = false;

type Status = 'ok' | 'degraded' | 'down';

/**
 * For monitors, and open to anybody: `ok`; `degraded`, a person should look; `down` with status 503, no search at all, or no
 * referral can be taken; which part, and why by name. Counts are for who asks on this machine itself. `?strict` answers 503 to `degraded` too, for
 * monitors that only read the status; without it a load balancer keeps a server that still works.
 */
export const GET: APIRoute = async ({ url, request }) => {
  const search = probeSearch();
  // Set by our server, which sees who connects (platform/http/own-machine.ts).
  const isOwnMachine = request.headers.get('x-own-machine') === 'yes';
  const referrals = await probeReferrals(isOwnMachine);
  // Set by our server, which sees who connects (platform/http/proxy-watch.ts).
  const isProxyUnknown = request.headers.get('x-proxy-not-trusted') === 'yes';
  const proxy = isProxyUnknown
    ? { status: 'degraded' as const, troubles: ['proxy-not-trusted'] }
    : { status: 'ok' as const, troubles: [] };
  const pages = { status: languagesWithoutHome().length > 0 ? ('down' as const) : ('ok' as const) };
  const parts = [search.status, referrals.status, proxy.status, pages.status];
  const status = (['down', 'degraded'] as const).find((bad) => parts.includes(bad)) ?? 'ok';
  const fails = status === 'down' || (status === 'degraded' && url.searchParams.has('strict'));
  const report = { status, search: search.found, referrals, proxy, pages };
  return Response.json(report, { status: fails ? 503 : 200 });
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

async function probeReferrals(withCounts: boolean) {
  try {
    const { counts, ...report } = await reportReferrals();
    return withCounts ? { ...report, ...counts } : report;
  } catch (fault) {
    const reason = fault instanceof StoreFault ? fault.reason : 'other';
    log.error('referral.health-unavailable', { reason });
    return { status: 'down' as const, troubles: [`store-${reason}`] };
  }
}
