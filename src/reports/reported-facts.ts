import { type CheckedFact, toCheckedFacts } from '../directory/checkable.ts';
import type { Check } from '../directory/listing.ts';
import { toLondon } from '../i18n/london.ts';
import { parseFacts, type ReportFact } from './report-model.ts';

/** What pages say of a listing that was reported: on which day, and what. Never who, and no word that was typed. */
export interface ReportedFacts {
  /** '2026-05-03', in London. */
  day: string;
  facts: readonly ReportFact[];
}

const checkedAs: Partial<Record<ReportFact, CheckedFact>> = {
  phone: 'phone',
  hours: 'hours',
  address: 'address',
  who: 'who',
  cost: 'cost',
  website: 'website',
  closed: 'status',
};

/**
 * What is said of one listing, newest day first. Each fact stands with the newest day on which it was reported,
 * and not at all once a check that covers it is dated after that day.
 */
export function toReportedFacts(
  reports: readonly { facts: string; receivedAt: number }[],
  checks: readonly Check[],
): ReportedFacts[] {
  const seen = new Set<ReportFact>();
  const byDay = new Map<string, ReportFact[]>();
  for (const { facts, receivedAt } of reports.toSorted((a, b) => b.receivedAt - a.receivedAt)) {
    const day = toLondon(receivedAt).date;
    for (const fact of parseFacts(facts)) {
      if (seen.has(fact)) continue;
      seen.add(fact);
      if (isCheckedSince(fact, day, checks)) continue;
      byDay.set(day, [...(byDay.get(day) ?? []), fact]);
    }
  }
  return [...byDay].map(([day, facts]) => ({ day, facts: parseFacts(facts.join(' ')) }));
}

function isCheckedSince(fact: ReportFact, day: string, checks: readonly Check[]): boolean {
  const checked = checkedAs[fact];
  return checks.some(
    ({ date, facts }) =>
      date > day && checked !== undefined && toCheckedFacts(facts).includes(checked),
  );
}
