import type { Progress } from '../../referral/referrals.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

// A letter goes within seconds; a mail server that is away for a moment is asked again after one minute.
const BEING_SENT_MS = 5 * MINUTE_MS;

type Stored = Pick<Progress, 'state' | 'acceptedAt'>;

/** True at first; after that a page says that the request has not arrived yet. */
export function isBeingSent({ state, acceptedAt }: Stored, now: Date): boolean {
  return state === 'saved' && now.getTime() - acceptedAt.getTime() < BEING_SENT_MS;
}

/**
 * When a browser without JavaScript should ask for the page again; `undefined`: not at all. Ever more
 * seldom: whoever hears the page read out begins anew each time.
 */
export function refreshAfterSeconds(progress: Stored, now: Date): number | undefined {
  if (!isBeingSent(progress, now)) return undefined;
  const ageMs = now.getTime() - progress.acceptedAt.getTime();
  if (ageMs < 10 * SECOND_MS) return 5;
  return ageMs < MINUTE_MS ? 20 : 60;
}
