/** The moment it is. This file alone reads the machine's clock. */
export function now(): Date {
  return new Date();
}

/** Milliseconds from an arbitrary start; only differences mean anything. */
export function elapsedMs(): number {
  return performance.now();
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs something later; what is still to come does not keep the process alive. */
export function later(ms: number, run: () => void): void {
  setTimeout(run, ms).unref();
}

// Slow to make, and asked for once a card.
const dateInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The date in London, where the borough is, wherever the machine stands: '2026-11-22'. */
export function today(): string {
  return dateInLondon.format(now());
}
