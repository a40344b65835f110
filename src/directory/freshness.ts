import { type CheckedFact, hasFact, toCheckedFacts } from './checkable.ts';
import type { Check, Listing } from './listing.ts';

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

/** The same of one fact, from the newest check that covers it. */
export function toFactFreshness(
  checks: readonly Check[],
  fact: CheckedFact,
  today: string,
): Freshness {
  return toFreshness(
    checks.filter(({ facts }) => toCheckedFacts(facts).includes(fact)),
    today,
  );
}

/** What people act on: whom to ring, when and where to go. */
export const actedOn = ['phone', 'hours', 'address'] as const satisfies readonly CheckedFact[];

const WEAKNESS = { checked: 0, ageing: 1, old: 2, 'never-checked': 3 };

/**
 * How little can be relied on what people act on, from 0, all of it checked within six months, to 3, none of it
 * ever: the mean of the facts that the listing has. One that has none of them goes by its newest check.
 */
export function toWeakness(
  listing: Partial<Listing> & { checks: readonly Check[] },
  today: string,
): number {
  const facts = actedOn.filter((fact) => hasFact(listing, fact));
  const each =
    facts.length > 0
      ? facts.map((fact) => toFactFreshness(listing.checks, fact, today))
      : [toFreshness(listing.checks, today)];
  const sum = each.reduce((total, { state }) => total + WEAKNESS[state], 0);
  return Math.round(sum / each.length);
}

/**
 * How many listings' pages, made on one day, say on another what no longer holds: a check has aged since, and no
 * month that they name tells of that.
 */
export function countAgedPages(
  listings: readonly { checks: readonly Check[] }[],
  { madeOn, today }: { madeOn: string; today: string },
): number {
  const said = ({ checks }: { checks: readonly Check[] }, day: string) =>
    toCheckedFacts(checks.flatMap(({ facts }) => facts))
      .map((fact) => toFactFreshness(checks, fact, day).state)
      .join();
  return listings.filter((listing) => said(listing, madeOn) !== said(listing, today)).length;
}

// The last day of a shorter month stands for a missing one: 31 August + 6 months is 28 or 29 February.
function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10);
}
