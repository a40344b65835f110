import type { BuildVersion } from '../platform/files/build-version.ts';
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
  build?: BuildVersion | undefined;
  /** Of which the build has no page to show. */
  languagesWithoutHome: readonly string[];
  /** Listings whose page has said for a week what is no longer so of a check: the site is to be built again. */
  agedPages: number;
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
  const { search, referrals, proxyTroubles, languagesWithoutHome, agedPages } = facts;
  const { counts, canTake, status: referralStatus, troubles, backupAgeSeconds } = referrals;
  const hasPages = languagesWithoutHome.length === 0;
  const parts: SiteStatus[] = [
    search === undefined ? 'down' : search.degraded ? 'degraded' : 'ok',
    referralStatus,
    proxyTroubles.length > 0 ? 'degraded' : 'ok',
    !hasPages ? 'down' : agedPages > 0 ? 'degraded' : 'ok',
  ];
  const status = (['down', 'degraded'] as const).find((bad) => parts.includes(bad)) ?? 'ok';
  const open = { status: referralStatus, troubles };
  return {
    status,
    isReady: search !== undefined && canTake && hasPages,
    body: {
      status,
      search,
      referrals: withDetails ? { ...open, ...counts } : open,
      proxy: { status: parts[2], troubles: proxyTroubles },
      pages: { status: parts[3], troubles: findPageTroubles(facts) },
      ...(withDetails ? { build: facts.build, backupAgeSeconds: backupAgeSeconds ?? 'never' } : {}),
    },
  };
}

/** What is wrong with the pages, by name. */
export function findPageTroubles({ agedPages }: Pick<SiteFacts, 'agedPages'>): string[] {
  return agedPages > 0 ? ['pages-aged'] : [];
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
