import type { ReportStore } from '../referral/store/store-port.ts';
import { parseFacts, type ReportFact } from './report-model.ts';

type StoredReport = Awaited<ReturnType<ReportStore['listReports']>>[number];

/** What was reported of one listing and is not cleared. */
export interface ListingReports {
  /** Its slug. */
  listing: string;
  /** All that was ticked, in the order of the form. */
  facts: readonly ReportFact[];
  /** Newest first. */
  reports: readonly { reference: string; facts: readonly ReportFact[]; receivedAt: number }[];
  /** How many of them have waited for 48 hours or longer. */
  overdue: number;
}

/** An editor who works two mornings a week has had one. */
const OVERDUE_MS = 48 * 60 * 60 * 1000;

/** Those with the newest report first. Cleared ones, and reports that are about no listing, are left out. */
export function toReportsByListing(
  reports: readonly StoredReport[],
  now: number,
): ListingReports[] {
  const open = reports
    .filter(({ clearedAt, kind }) => clearedAt === null && kind === 'listing')
    .toSorted((a, b) => b.receivedAt - a.receivedAt);
  return [...Map.groupBy(open, ({ listing }) => listing ?? '')].map(([listing, ofListing]) => ({
    listing,
    facts: parseFacts(ofListing.map(({ facts }) => facts).join(' ')),
    reports: ofListing.map(({ reference, facts, receivedAt }) => ({
      reference,
      facts: parseFacts(facts),
      receivedAt,
    })),
    overdue: ofListing.filter(({ receivedAt }) => isOverdue(receivedAt, now)).length,
  }));
}

export function isOverdue(receivedAt: number, now: number): boolean {
  return now - receivedAt >= OVERDUE_MS;
}
