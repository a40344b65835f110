import type { Referrals } from './referrals.ts';

type Found = Awaited<ReturnType<Referrals['health']>>;

/** For monitors, and open to anybody. `degraded`: a person should look; `down`: no referral can be taken. */
export interface ReferralHealth {
  status: 'ok' | 'degraded' | 'down';
  /** By the names that operators find in the log. */
  troubles: readonly string[];
  counts: HealthCounts;
}

/** Not for strangers: on a quiet day "one waits, one minute old" would tell of one person. */
export interface HealthCounts {
  pending: number;
  maybeSent: number;
  needsHuman: number;
  /** Of those that are not handed over. */
  oldestPendingSeconds: number;
}

const LONGEST_WAIT_MS = 15 * 60_000;
// Enough for thousands of referrals: time to make room before one is turned away.
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

interface ReportTerms {
  now: number;
  /** Where the store writes; `undefined`: not known, or not on this machine. */
  freeBytes: number | undefined;
}

export function reportHealth(
  { counts, writable, rowsMissing, troubles }: Found,
  { now, freeBytes }: ReportTerms,
): ReferralHealth {
  const isFull = freeBytes !== undefined && freeBytes < LEAST_FREE_BYTES;
  const waitedMs = Math.max(0, now - (counts.oldestWaitingSince ?? now));
  const isWaiting = waitedMs > LONGEST_WAIT_MS;
  const found = [
    ...(writable ? [] : ['store-not-writable']),
    ...(isFull ? ['disk-nearly-full'] : []),
    ...(rowsMissing > 0 ? ['rows-missing'] : []),
    ...(counts.needsHuman > 0 ? ['needs-human'] : []),
    ...(isWaiting ? ['letters-waiting'] : []),
    ...troubles,
  ];
  const needsLook = found.length > 0 ? 'degraded' : 'ok';
  return {
    status: !writable || isFull ? 'down' : needsLook,
    troubles: [...new Set(found)],
    counts: {
      pending: counts.pending + counts.sending,
      maybeSent: counts.maybeSent,
      needsHuman: counts.needsHuman,
      oldestPendingSeconds: Math.floor(waitedMs / 1000),
    },
  };
}
