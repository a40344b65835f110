/** The moment it is. The only place that reads the machine's clock. */
export function now(): Date {
  return new Date();
}
