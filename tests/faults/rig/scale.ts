/** The long run is `vitest --mode long`; the quick one is npm test's share. */
const isLong = import.meta.env.MODE === 'long' || process.env.FAULTS === 'long';

export function scaled(quick: number, long: number): number {
  return isLong ? long : quick;
}
