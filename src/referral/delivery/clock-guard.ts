const ALLOWED_JUMP_MS = 60 * 60_000;
const DISTRUST_MS = 24 * 60 * 60_000;

/**
 * Whether the calendar can be trusted with what cannot be undone. After a jump of more than an hour
 * against the time that passed (a wrong clock, a machine that slept) the answer is no for a day.
 */
export function createClockGuard(about: { now: () => number; elapsedMs: () => number }) {
  const offset = () => about.now() - about.elapsedMs();
  let known = offset();
  let distrustedUntil = Number.NEGATIVE_INFINITY;
  return (): boolean => {
    const found = offset();
    if (Math.abs(found - known) > ALLOWED_JUMP_MS)
      distrustedUntil = about.elapsedMs() + DISTRUST_MS;
    known = found;
    return about.elapsedMs() >= distrustedUntil;
  };
}
