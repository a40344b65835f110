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
  /** Since the mailbox that letters come back to was last read; null: not yet. Only where one is. */
  returnsReadSecondsAgo?: number | null;
  /** By the names that operators find in the log. */
  troubles: readonly string[];
}

const LONGEST_WAIT_SECONDS = 15 * 60;
// Enough for thousands of referrals: time to make room before one is turned away.
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

interface ReportTerms {
  now: number;
  /** Where the store writes; `undefined`: not known, or not on this machine. */
  freeBytes: number | undefined;
  /** There is a mailbox that letters come back to, and a machine may read it. */
  readsReturns: boolean;
}

export function reportHealth(
  { counts, writable, rowsMissing, returnsReadAt, troubles }: Found,
  { now, freeBytes, readsReturns }: ReportTerms,
): ReferralHealth {
  const oldest = counts.oldestWaitingSince ?? now;
  const oldestPendingSeconds = toSecondsAgo(oldest, now) ?? 0;
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
    ...(readsReturns ? { returnsReadSecondsAgo: toSecondsAgo(returnsReadAt, now) } : {}),
    troubles: [
      ...(writable ? [] : ['store-not-writable']),
      ...(isFull ? ['disk-nearly-full'] : []),
      ...(rowsMissing > 0 ? ['rows-missing'] : []),
      ...troubles,
    ],
  };
}

function toSecondsAgo(moment: number | undefined, now: number): number | null {
  return moment === undefined ? null : Math.max(0, Math.floor((now - moment) / 1000));
}
