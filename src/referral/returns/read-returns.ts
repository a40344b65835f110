import type { Log } from '../../platform/log.ts';
import type { ReadMailbox } from '../../platform/mail/received-mail.ts';
import type { Alerts } from '../follow-up/alerts.ts';
import type { ReferralStore } from '../store/store-port.ts';
import { parseReturn } from './parse-return.ts';
import { findReturnsReadAt, recordReturnsRead } from './returns-health.ts';
import { createTakeReturn, type TakeReturnOptions } from './take-return.ts';

export interface ReturnReaderOptions {
  store: TakeReturnOptions['store'] & Pick<ReferralStore, 'findMarker' | 'claimMarker'>;
  read: ReadMailbox;
  alerts: Pick<Alerts, 'raise' | 'resolve'>;
  log: Pick<Log, 'info' | 'warn'>;
  now: () => number;
}

/** How far the mailbox was read. */
const PLACE = 'returns:place';

const HOUR_MS = 3_600_000;
// Mail servers give up after five days, and a mailbox may be set up long before us.
const LOOK_BACK_MS = 14 * 24 * HOUR_MS;

/**
 * Looks for letters that came back. What is not a report about one of ours is passed by and forgotten.
 * How far it came is noted after what was found is stored: a crash between the two reads mails twice,
 * which changes nothing.
 */
export function createReturnReader({ store, read, alerts, log, now }: ReturnReaderOptions) {
  const takeReturn = createTakeReturn({ store, now });
  const startedAt = now();
  let lastFault: string | undefined;

  return async (signal: AbortSignal): Promise<void> => {
    const after = (await store.findMarker(PLACE))?.value;
    let place = after;
    let outcome: Awaited<ReturnType<ReadMailbox>>;
    try {
      outcome = await read({
        after,
        since: new Date(now() - LOOK_BACK_MS),
        signal,
        async take({ bytes, arrivedAt }, reached) {
          if ((await takeMail(bytes, arrivedAt?.getTime())) === 'not-yet') return false;
          place = reached;
          return true;
        },
      });
    } finally {
      if (place !== undefined && place !== after) await store.claimMarker(PLACE, place, now());
    }
    if (signal.aborted) return;
    await follow(outcome);
  };

  async function takeMail(bytes: Uint8Array, arrivedAt: number | undefined) {
    const returned = await parseReturn(bytes);
    if (!returned) return 'unknown';
    const taken = await takeReturn(returned, arrivedAt);
    if (taken.kind === 'bounced') {
      const { id, kind } = taken.letter;
      log.warn('letter.came-back', { letter: id, kind, status: returned.status });
    }
    return taken.kind;
  }

  async function follow(outcome: Awaited<ReturnType<ReadMailbox>>): Promise<void> {
    if (outcome === 'read') {
      lastFault = undefined;
      await recordReturnsRead(store, now());
      return alerts.resolve('return-mailbox');
    }
    if (outcome !== lastFault) log.warn('returns.not-read', { reason: outcome });
    lastFault = outcome;
    const readAt = (await findReturnsReadAt(store)) ?? startedAt;
    if (now() - readAt >= HOUR_MS) await alerts.raise('return-mailbox');
  }
}
