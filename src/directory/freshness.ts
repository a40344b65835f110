import type { Check } from './listing.ts';

/**
 * How far a listing can be relied on, from its newest check and today; of that check, which facts it covers.
 * checked: up to 6 months; ageing: up to 12; old: longer ago. It never hides a listing.
 */
export type Freshness =
  | { state: 'never-checked' }
  | ({ state: 'checked' | 'ageing' | 'old' } & Check);

/** `today`: ISO date. A check dated after today is ignored: nobody can have made it. */
export function toFreshness(checks: readonly Check[], today: string): Freshness {
  const newest = checks
    .filter((check) => check.date <= today)
    .toSorted((a, b) => b.date.localeCompare(a.date))[0];
  if (!newest) return { state: 'never-checked' };
  if (today <= addMonths(newest.date, 6)) return { state: 'checked', ...newest };
  if (today <= addMonths(newest.date, 12)) return { state: 'ageing', ...newest };
  return { state: 'old', ...newest };
}

// The last day of a shorter month stands for a missing one: 31 August + 6 months is 28 or 29 February.
function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10);
}
