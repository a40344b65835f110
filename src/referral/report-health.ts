import type { Referrals } from './referrals.ts';

type Found = Awaited<ReturnType<Referrals['health']>>;

/** For monitors. `degraded`: a person should look; `down`: no referral can be taken. Of nobody. */
export interface ReferralHealth {
  status: 'ok' | 'degraded' | 'down';
  pending: number;
  maybeSent: number;
  handedOver: number;
  needsHuman: number;
  /** Of those handed over, what no team has confirmed: with the text kept, and with it destroyed. */
  unconfirmed: number;
  neverConfirmed: number;
  /** Of those that are not handed over. */
  oldestPendingSeconds: number;
  rowsMissing: number;
  /** By the names that operators find in the log. */
  troubles: readonly string[];
}

const LONGEST_WAIT_SECONDS = 15 * 60;
// Enough for thousands of referrals: time to make room before one is turned away.
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** `freeBytes`: where the store writes; `undefined`: not known, or not on this machine. */
export function reportHealth(
  { counts, writable, rowsMissing, troubles }: Found,
  { now, freeBytes }: { now: number; freeBytes: number | undefined },
): ReferralHealth {
  const oldest = counts.oldestWaitingSince ?? now;
  const oldestPendingSeconds = Math.max(0, Math.floor((now - oldest) / 1000));
  const isFull = freeBytes !== undefined && freeBytes < LEAST_FREE_BYTES;
  const needsLook =
    counts.needsHuman > 0 ||
    oldestPendingSeconds > LONGEST_WAIT_SECONDS ||
    rowsMissing > 0 ||
    troubles.length > 0;
  return {
    status: !writable || isFull ? 'down' : needsLook ? 'degraded' : 'ok',
    pending: counts.pending + counts.sending,
    maybeSent: counts.maybeSent,
    handedOver: counts.handedOver,
    needsHuman: counts.needsHuman,
    unconfirmed: counts.unconfirmed,
    neverConfirmed: counts.neverConfirmed,
    oldestPendingSeconds,
    rowsMissing,
    troubles: [
      ...(writable ? [] : ['store-not-writable']),
      ...(isFull ? ['disk-nearly-full'] : []),
      ...(rowsMissing > 0 ? ['rows-missing'] : []),
      ...troubles,
    ],
  };
}
