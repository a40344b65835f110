import type { Check } from '../directory/listing.ts';
import type { Log } from '../platform/log.ts';
import { StoreFault } from '../referral/store/store-fault.ts';
import type { ReportStore } from '../referral/store/store-port.ts';
import { type ReportedFacts, toReportedFacts } from './reported-facts.ts';

/** What pages say of listings that were reported and that no editor has cleared, by slug. */
export type ReportedListings = ReadonlyMap<string, readonly ReportedFacts[]>;

export interface ReportedListingsParts {
  /** Rejects with a StoreFault. */
  openStore: () => Promise<Pick<ReportStore, 'listReportedFacts'>>;
  /** undefined: nothing is to be said of it: there is no such listing, or it is closed. */
  findChecks(slug: string): readonly Check[] | undefined;
  elapsedMs: () => number;
  log: Pick<Log, 'warn' | 'info'>;
}

// The oldest of more than these go unsaid: an editor who is so far behind has other troubles.
const MOST_REPORTS = 2000;
const FRESH_FOR_MS = 1000;

/**
 * Asks the store at most once a second, so that a report that another server took is seen as soon as one of
 * our own. While the store does not answer, pages say what was known last; no page waits for it.
 */
export function createReportedListings(parts: ReportedListingsParts) {
  let known: ReportedListings = new Map();
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let refreshing: Promise<void> | undefined;
  let isFailing = false;

  return { current, refresh };

  /** As it was last known; looks again, beside whoever asks, when that is more than a second ago. */
  function current(): ReportedListings {
    if (parts.elapsedMs() - refreshedAt >= FRESH_FOR_MS) void refresh();
    return known;
  }

  /** Looks now. Resolves once that is done, whatever came of it. */
  async function refresh(): Promise<void> {
    refreshing ??= read().finally(() => {
      refreshedAt = parts.elapsedMs();
      refreshing = undefined;
    });
    return refreshing;
  }

  async function read(): Promise<void> {
    try {
      const store = await parts.openStore();
      known = group(await store.listReportedFacts({ limit: MOST_REPORTS }), parts.findChecks);
      if (isFailing) parts.log.info('report.listings-read-again');
      isFailing = false;
    } catch (fault) {
      const reason = fault instanceof StoreFault ? fault.reason : 'other';
      if (!isFailing) parts.log.warn('report.listings-not-read', { reason });
      isFailing = true;
    }
  }
}

function group(
  reports: Awaited<ReturnType<ReportStore['listReportedFacts']>>,
  findChecks: ReportedListingsParts['findChecks'],
): ReportedListings {
  const bySlug = Map.groupBy(reports, ({ listing }) => listing);
  return new Map(
    [...bySlug].flatMap(([slug, ofListing]) => {
      const checks = findChecks(slug);
      const said = checks ? toReportedFacts(ofListing, checks) : [];
      return said.length > 0 ? [[slug, said] as const] : [];
    }),
  );
}
