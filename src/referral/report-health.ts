import type { AlertName } from './follow-up/alerts.ts';
import { isWaitingLong } from './follow-up/delay.ts';
import type { Referrals } from './referrals.ts';

type Found = Awaited<ReturnType<Referrals['health']>>;

/** For monitors. `degraded`: a person should look; `down`: no referral can be taken, or none reaches anybody. */
export interface ReferralHealth {
  status: 'ok' | 'degraded' | 'down';
  canTake: boolean;
  /** By the names that operators find in the log. */
  troubles: readonly string[];
  /** `undefined`: the store does not answer. */
  counts?: HealthCounts | undefined;
  /** Since the last backup by our own command; `undefined`: there was none, or the store does not answer. */
  backupAgeSeconds?: number | undefined;
}

/** Not for strangers: on a quiet day "one waits, one minute old" would tell of one person. */
export interface HealthCounts {
  pending: number;
  maybeSent: number;
  needsHuman: number;
  /** Of those that are not handed over. */
  oldestPendingSeconds: number;
}

// Enough for thousands of referrals: time to make room before one is turned away.
const LEAST_FREE_BYTES = 64 * 1024 * 1024;
// Backups are made each night: two were missed.
const OLD_BACKUP_SECONDS = 2 * 24 * 60 * 60;

// Of a store that was put back: no letter leaves until somebody has decided.
const UNDECIDED: AlertName = 'restored-undecided';

interface ReportTerms {
  now: number;
  /** Where the store writes; `undefined`: not known, or not on this machine. */
  freeBytes: number | undefined;
}

export function reportHealth(
  { counts, writable, rowsMissing, troubles, mailRefusedSince, backedUpAt }: Found,
  { now, freeBytes }: ReportTerms,
): ReferralHealth {
  const isFull = freeBytes !== undefined && freeBytes < LEAST_FREE_BYTES;
  const waitedMs = Math.max(0, now - (counts.oldestWaitingSince ?? now));
  const isWaiting = isWaitingLong({ since: counts.oldestWaitingSince ?? now, now });
  // Not one that passes by itself: somebody must put a certificate or a password right.
  const isMailRefused = isWaitingLong({ since: mailRefusedSince ?? now, now });
  const backupAgeSeconds =
    backedUpAt === undefined ? undefined : Math.max(0, Math.floor((now - backedUpAt) / 1000));
  const found = [
    ...(writable ? [] : ['store-not-writable']),
    ...(isFull ? ['disk-nearly-full'] : []),
    ...(rowsMissing > 0 ? ['rows-missing'] : []),
    ...(counts.needsHuman > 0 ? ['needs-human'] : []),
    ...(isWaiting ? ['letters-waiting'] : []),
    ...(isMailRefused ? ['mail-refused'] : []),
    ...((backupAgeSeconds ?? 0) > OLD_BACKUP_SECONDS ? ['backup-old'] : []),
    ...troubles,
  ];
  const needsLook = found.length > 0 ? 'degraded' : 'ok';
  const canTake = writable && !isFull;
  return {
    status: !canTake || isMailRefused || troubles.includes(UNDECIDED) ? 'down' : needsLook,
    canTake,
    troubles: [...new Set(found)],
    counts: {
      pending: counts.pending + counts.sending,
      maybeSent: counts.maybeSent,
      needsHuman: counts.needsHuman,
      oldestPendingSeconds: Math.floor(waitedMs / 1000),
    },
    backupAgeSeconds,
  };
}
