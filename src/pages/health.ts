import type { APIRoute } from 'astro';
import { type AskedFor, toHttpStatus, toSiteReport } from '../wiring/site-report.ts';
import { findSiteFacts } from '../wiring.ts';

export const prerender = false;

/**
 * For monitors, and open to anybody: `ok`; `degraded`, a person should look; `down` with status 503, no search at
 * all, no referral can be taken, or none reaches anybody; which part, and why by name. Counts, versions and ages are
 * for who asks on this machine itself, or shows MONITOR_TOKEN. `?strict` answers 503 to `degraded` too; `?ready`
 * answers 200 as long as a load balancer should keep this server, whatever is wrong elsewhere.
 */
export const GET: APIRoute = async ({ url, request }) => {
  // Set by our server, which sees who connects (platform/http/answer-request.ts).
  const withDetails = request.headers.get('x-sees-details') === 'yes';
  const facts = await findSiteFacts(request.headers.get('x-proxy-troubles'));
  const report = toSiteReport(facts, { withDetails });
  return Response.json(report.body, { status: toHttpStatus(report, askedFor(url)) });
};

function askedFor({ searchParams }: URL): AskedFor {
  if (searchParams.has('ready')) return 'ready';
  return searchParams.has('strict') ? 'strict' : 'health';
}
