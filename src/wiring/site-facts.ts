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
