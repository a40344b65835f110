import type { ListingDraft, ListingFinding, ValidationContext } from './listing-draft.ts';

/** Checks and sources dated after today, and sessions that end before they begin. */
export function validateDates(draft: ListingDraft, { today }: ValidationContext): ListingFinding[] {
  const findings: ListingFinding[] = [];
  for (const [number, check] of (draft.trust?.checks ?? []).entries()) {
    if (check.date > today) {
      findings.push({
        field: ['trust', 'checks', number, 'date'],
        message: `found ${check.date}, which is after today (${today}). Nobody can have checked then.`,
      });
    }
  }
  const collected = draft.trust?.collected;
  if (collected && collected > Number(today.slice(0, 4))) {
    findings.push({
      field: ['trust', 'collected'],
      message: `found ${collected}; it is ${today.slice(0, 4)}.`,
    });
  }
  for (const [number, session] of (draft.sessions ?? []).entries()) {
    if (session.closes <= session.opens) {
      findings.push({
        field: ['sessions', number, 'closes'],
        message: `closes at ${session.closes}, which is not after ${session.opens}. A session past midnight is two: until "23:59", and from "00:00" next day.`,
      });
    }
  }
  return findings;
}
