import { toLondon } from '../i18n/london.ts';

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

// Asked for once a card; a day begins with a whole minute.
let known = { minute: Number.NaN, date: '' };

/** The date in London, where the borough is, wherever the machine stands: '2026-11-22'. */
export function today(): string {
  const time = now();
  const minute = Math.floor(time.getTime() / 60_000);
  if (minute !== known.minute) known = { minute, date: toLondon(time).date };
  return known.date;
}
