import type { ReferralHealth } from '../referral/report-health.ts';
import type { SearchHealth } from '../search/port.ts';

export type SiteStatus = 'ok' | 'degraded' | 'down';

/** What there is to tell of the site as it runs. */
export interface SiteFacts {
  /** `undefined`: no search at all. */
  search: SearchHealth | undefined;
  referrals: ReferralHealth;
  /** What is wrong with a proxy in front of this server, by name. */
  proxyTroubles: readonly string[];
  /** Of the build that is served; `undefined`: it does not say. */
  build?: { commit?: string | undefined; builtAt: string; id: string } | undefined;
  /** Since the last backup; `undefined`: none is known of. */
  backupAgeSeconds?: number | undefined;
}

/** What may be told to anybody; the rest is `withDetails`, for monitors that may see it. */
export interface SiteReport {
  status: SiteStatus;
  /** This server can answer pages and take referrals, whatever else is wrong. */
  isReady: boolean;
  body: Record<string, unknown>;
}

/** `withDetails`: counts, versions and ages, which tell a stranger of one person or of where to attack. */
export function toSiteReport(
  facts: SiteFacts,
  { withDetails }: { withDetails: boolean },
): SiteReport {
  const { search, referrals, proxyTroubles } = facts;
  const { counts, canTake, status: referralStatus, troubles } = referrals;
  const parts: SiteStatus[] = [
    search === undefined ? 'down' : search.degraded ? 'degraded' : 'ok',
    referralStatus,
    proxyTroubles.length > 0 ? 'degraded' : 'ok',
  ];
  const status = (['down', 'degraded'] as const).find((bad) => parts.includes(bad)) ?? 'ok';
  const open = { status: referralStatus, troubles };
  return {
    status,
    isReady: search !== undefined && canTake,
    body: {
      status,
      search,
      referrals: withDetails ? { ...open, ...counts } : open,
      proxy: { status: parts[2], troubles: proxyTroubles },
      ...(withDetails ? { build: facts.build, backupAgeSeconds: facts.backupAgeSeconds } : {}),
    },
  };
}

/** For whom: a load balancer, which only asks whether this server can be used; any monitor; one that misses nothing. */
export type AskedFor = 'ready' | 'health' | 'strict';

/** By the status alone. */
export function toHttpStatus({ status, isReady }: SiteReport, askedFor: AskedFor): 200 | 503 {
  const isWell = {
    ready: isReady,
    health: status !== 'down',
    strict: status === 'ok',
  }[askedFor];
  return isWell ? 200 : 503;
}
