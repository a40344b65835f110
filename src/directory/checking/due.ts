/**
 * Which listings somebody should check with the organisation, and in which order. The targets: whom a situation or a
 * need names first within 90 days, all others within 180; what somebody reported, within 48 hours. Pure: what has been
 * reported is handed in.
 */

import { toLondon } from '../../i18n/london.ts';
import { addDays } from '../../i18n/london-calendar.ts';
import { type CheckedFact, hasFact, toCheckedFacts } from '../checkable.ts';
import { actedOn } from '../freshness.ts';
import type { PublicListing } from '../public-listing.ts';
import { type Importance, type SentTo, toImportances } from './importance.ts';

export const DAYS_FOR_FIRST = 90;
export const DAYS_FOR_OTHERS = 180;
const HOURS_FOR_REPORTS = 48;
// Whoever waits until a target is over has missed it.
const DAYS_AHEAD = 14;
// What nobody ever checked counts as a fifth over its target. Before all else it would let those that people are sent to
// first grow half a year old while the rest had its first turn; npm run content:year has shown it.
const NEVER_CHECKED = 1.2;

/** Somebody told us that a listing may be wrong, and no editor has settled it. */
export interface OpenReport {
  /** Slug. */
  listing: string;
  /** When, ISO 8601. */
  at: string;
}

export interface DueListing extends Importance {
  listing: PublicListing;
  /** Within how many days it is to be checked. */
  targetDays: number;
  /** The day of the newest check of phone, hours or address; undefined: there was none. */
  checkedOn: string | undefined;
  /** By which day it had to be checked; undefined: it never was. */
  dueOn: string | undefined;
  /** The oldest report that is open. */
  report?: { at: string; isLate: boolean } | undefined;
  /** Others with the same phone number that are due: one call does for all. */
  sameCall: string[];
}

/**
 * All that is due at a moment (ISO 8601) or within two weeks: first what was reported, the oldest report first; then by how far
 * each is over its own target, the most needed first among equals. Closed listings are never due.
 */
export function findDue(
  content: SentTo,
  { now, reports }: { now: string; reports: readonly OpenReport[] },
): DueListing[] {
  const today = toLondon(new Date(now)).date;
  const importances = toImportances(content);
  const due = content.listings
    .filter(({ status }) => status !== 'closed')
    .map((listing): DueListing => {
      const importance = importances.get(listing.slug) ?? { rank: 5, firstFor: [] };
      const report = findReport(listing.slug, reports, now);
      return { listing, ...importance, ...toTarget(listing, importance), report, sameCall: [] };
    })
    .filter(({ dueOn, report }) => report || !dueOn || dueOn < addDays(today, DAYS_AHEAD))
    .toSorted((a, b) => compare(a, b, today));
  return withSameCalls(due);
}

/** The same with those that one call does for one after the other, where the first of them stood. */
export function inCallOrder(due: readonly DueListing[]): DueListing[] {
  const ordered = new Set<DueListing>();
  for (const each of due) {
    ordered.add(each);
    for (const other of due) if (each.sameCall.includes(other.listing.slug)) ordered.add(other);
  }
  return [...ordered];
}

/**
 * When a listing was last checked in anything that people act on, or in anything at all where it has nothing of that, and
 * by when it is to be checked next.
 */
export function toTarget(
  listing: PublicListing,
  { firstFor }: Pick<Importance, 'firstFor'>,
): Pick<DueListing, 'targetDays' | 'checkedOn' | 'dueOn'> {
  const targetDays = firstFor.length > 0 ? DAYS_FOR_FIRST : DAYS_FOR_OTHERS;
  const acted = actedOn.filter((fact) => hasFact(listing, fact));
  const counts = (facts: readonly CheckedFact[]) =>
    acted.length === 0 || acted.some((fact) => facts.includes(fact));
  const checkedOn = listing.checks
    .filter(({ facts }) => counts(toCheckedFacts(facts)))
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return { targetDays, checkedOn, dueOn: checkedOn && addDays(checkedOn, targetDays) };
}

function findReport(
  slug: string,
  reports: readonly OpenReport[],
  now: string,
): DueListing['report'] {
  const [oldest] = reports
    .filter(({ listing }) => listing === slug)
    .map(({ at }) => at)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  if (oldest === undefined) return undefined;
  const hours = (Date.parse(now) - Date.parse(oldest)) / 3_600_000;
  return { at: oldest, isLate: hours > HOURS_FOR_REPORTS };
}

function compare(a: DueListing, b: DueListing, today: string): number {
  return (
    reportedAt(a) - reportedAt(b) ||
    lateness(b, today) - lateness(a, today) ||
    a.rank - b.rank ||
    b.firstFor.length - a.firstFor.length ||
    (a.listing.slug < b.listing.slug ? -1 : 1)
  );
}

function reportedAt({ report }: DueListing): number {
  return report ? Date.parse(report.at) : Number.MAX_SAFE_INTEGER;
}

// Twice its target is as bad for one that is due every 90 days as for one that is due every 180.
function lateness({ checkedOn, targetDays }: DueListing, today: string): number {
  return checkedOn
    ? (Date.parse(today) - Date.parse(checkedOn)) / 86_400_000 / targetDays
    : NEVER_CHECKED;
}

function withSameCalls(due: readonly DueListing[]): DueListing[] {
  const byPhone = Map.groupBy(due, ({ listing }) => listing.phone?.replace(/\D/g, ''));
  return due.map((each) => {
    const phone = each.listing.phone?.replace(/\D/g, '');
    const others = phone ? (byPhone.get(phone) ?? []) : [];
    const sameCall = others.filter((other) => other !== each).map(({ listing }) => listing.slug);
    return { ...each, sameCall };
  });
}
