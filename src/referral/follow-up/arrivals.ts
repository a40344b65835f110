/** A busy day of the whole borough in one hour: a drive at a library, or a program. */
export const MANY_AN_HOUR = 60;

const HOUR_MS = 3_600_000;

/** Whether so many came within the last hour. `newest`: the last MANY_AN_HOUR referrals, newest first. */
export function areMany(newest: readonly { acceptedAt: number }[], now: number): boolean {
  const earliest = newest[MANY_AN_HOUR - 1]?.acceptedAt;
  return earliest !== undefined && now - earliest < HOUR_MS;
}
