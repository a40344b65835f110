import type { Directory } from '../directory/directory.ts';
import { countAgedPages } from '../directory/freshness.ts';
import { toLondon } from '../i18n/london.ts';
import { addDays } from '../i18n/london-calendar.ts';
import { type Log, toLogFields } from '../platform/log.ts';
import type { ReferralHealth } from '../referral/report-health.ts';
import { StoreFault } from '../referral/store/store-fault.ts';
import type { Searcher, SearchHealth } from '../search/port.ts';

/** `undefined`, and the fault in the log: there is no search at all. */
export function findSearchHealth(
  searcher: Pick<Searcher, 'health'>,
  log: Pick<Log, 'error'>,
): SearchHealth | undefined {
  try {
    return searcher.health();
  } catch (fault) {
    log.error('search.unavailable', toLogFields(fault));
    return undefined;
  }
}

/** A store that does not answer is a report as well: no referral can be taken, and why by name. */
export async function findReferralHealth(
  report: () => Promise<ReferralHealth>,
  log: Pick<Log, 'error'>,
): Promise<ReferralHealth> {
  try {
    return await report();
  } catch (fault) {
    const reason = fault instanceof StoreFault ? fault.reason : 'other';
    log.error('referral.health-unavailable', { reason });
    return { status: 'down', canTake: false, troubles: [`store-${reason}`] };
  }
}

// A site that is built every week is never behind.
const DAYS_TO_BUILD_AGAIN = 7;

/** Pages that have said for a week what is no longer so. `builtAt`: ISO 8601; undefined: nothing is built that could age. */
export function countAgedPagesOf(
  listings: Directory['listings'],
  { builtAt, today }: { builtAt: string | undefined; today: string },
): number {
  if (builtAt === undefined) return 0;
  const madeOn = toLondon(new Date(builtAt)).date;
  const weekAgo = addDays(today, -DAYS_TO_BUILD_AGAIN);
  return weekAgo <= madeOn ? 0 : countAgedPages(listings, { madeOn, today: weekAgo });
}
