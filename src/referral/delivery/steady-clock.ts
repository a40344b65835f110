const ALLOWED_MS = 60 * 60_000;
const HOLD_MS = 24 * 60 * 60_000;

/**
 * Whether the calendar can be trusted with what cannot be undone. After a jump of more than an hour
 * against the time that passed (a wrong clock, a machine that slept) the answer is no for a day.
 */
export function createSteadyClock(about: { now: () => number; elapsedMs: () => number }) {
  const offset = () => about.now() - about.elapsedMs();
  let known = offset();
  let heldUntil = Number.NEGATIVE_INFINITY;
  return (): boolean => {
    const found = offset();
    if (Math.abs(found - known) > ALLOWED_MS) heldUntil = about.elapsedMs() + HOLD_MS;
    known = found;
    return about.elapsedMs() >= heldUntil;
  };
}
