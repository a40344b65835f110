/** The moment it is. The only place that reads the machine's clock. */
export function now(): Date {
  return new Date();
}

/** Milliseconds from an arbitrary start; only differences mean anything. */
export function elapsedMs(): number {
  return performance.now();
}
