const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * How long to wait until a page is asked for again that has waited `waitedMs` already, in sight:
 * short while a letter is usually on its way, and after some minutes not at all (`undefined`).
 */
export function nextPollMs(waitedMs: number): number | undefined {
  if (waitedMs < 12 * SECOND_MS) return 2 * SECOND_MS;
  if (waitedMs < MINUTE_MS) return 6 * SECOND_MS;
  return waitedMs < 10 * MINUTE_MS ? 30 * SECOND_MS : undefined;
}
