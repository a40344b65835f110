import type { PostJson } from '../../platform/http/post-json.ts';
import type { Log } from '../../platform/log.ts';
import type { ReferralStore } from '../store/store-port.ts';
import { findOpenAlerts, isUrgent } from './alerts.ts';

export interface AlertPostOptions {
  store: Pick<ReferralStore, 'findMarker' | 'claimMarker' | 'counts'>;
  post: PostJson;
  log: Pick<Log, 'warn'>;
  now: () => number;
  elapsedMs: () => number;
}

const MARKER = 'alert-post';
const NOTHING = '';
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;

/**
 * A way to the operator that does not need the mail server: posts what is wrong when that changes, also
 * that nothing is any more. Holds numbers and names of troubles, never a reference. What is not taken is
 * tried again after 1, 2, 4 minutes and so on, up to an hour, as it is then.
 */
export function createAlertPosts({ store, post, log, now, elapsedMs }: AlertPostOptions) {
  let failures = 0;
  let nextTryAt = 0;
  return async (): Promise<void> => {
    if (elapsedMs() < nextTryAt) return;
    const open = await findOpenAlerts(store);
    const { needsHuman, pending, sending, maybeSent, unconfirmed, neverConfirmed } =
      await store.counts();
    const urgent = open.filter(isUrgent);
    // A mailbox that is gone is told of by letters of its own, each time.
    const found = [...urgent, ...(needsHuman > 0 ? [`needs-human ${needsHuman}`] : [])].join();
    const last = (await store.findMarker(MARKER))?.value ?? NOTHING;
    if (found === last) return;
    const isTaken = await post({
      status: found === NOTHING ? 'ok' : 'degraded',
      troubles: open,
      counts: { pending: pending + sending, maybeSent, needsHuman, unconfirmed, neverConfirmed },
    });
    if (isTaken) {
      failures = 0;
      await store.claimMarker(MARKER, found, now());
      return;
    }
    if (failures === 0) log.warn('alert-post.not-taken');
    nextTryAt = elapsedMs() + Math.min(MINUTE_MS * 2 ** failures, LONGEST_WAIT_MS);
    failures += 1;
  };
}
