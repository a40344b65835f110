const WAITING_LONG_AFTER_MS = 15 * 60_000;

/** From then on the operator hears that letters wait. */
export function isWaitingLong(waiting: { since: number; now: number }): boolean {
  return waiting.now - waiting.since > WAITING_LONG_AFTER_MS;
}

// Longer than mail servers usually make letters wait.
const DELAYED_AFTER_MS = 4 * 3_600_000;

/** From then on people read that it takes longer, and the borough gets the reference. */
export function isDelayed(waiting: { since: number; now: number }): boolean {
  return waiting.now - waiting.since > DELAYED_AFTER_MS;
}
