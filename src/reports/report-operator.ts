/**
 * What a person may do about reports, by `npm run referrals`. What a visitor typed is shown on purpose alone,
 * with a reason; that, and each report that is cleared, is written to the audit table with who did it.
 */
import { formatMoment } from '../i18n/dates.ts';
import type { Sealing } from '../platform/secrets/sealing.ts';
import { done, type OperatorResult, refuse } from '../referral/operator/operator-result.ts';
import type { ReferralStore, StoredReport } from '../referral/store/store-port.ts';
import { parseReportText } from './report-text.ts';
import { isOverdue, toReportsByListing } from './reports-by-listing.ts';

export interface ReportOperatorParts {
  store: Pick<
    ReferralStore,
    'listReports' | 'findReport' | 'clearReport' | 'countReports' | 'writeAudit'
  >;
  /** By what texts are read; or why they cannot be, for whom all else still works. */
  key: { sealing: Pick<Sealing, 'open'> } | { problem: string };
  now: () => number;
  /** Who is at the keyboard. */
  name: string;
}

export interface ReportOperator {
  /** `all`: those that were cleared too. */
  list(about: { all: boolean }): Promise<OperatorResult>;
  /** What a visitor typed. */
  show(reference: string, reason: string): Promise<OperatorResult>;
  /** An editor is done with it: pages no longer say that it was reported. */
  clear(reference: string, reason: string): Promise<OperatorResult>;
}

const NEWEST = 500;

export function createReportOperator(parts: ReportOperatorParts): ReportOperator {
  const { store, now, name: operator } = parts;
  const find = async (typed: string): Promise<StoredReport | string> => {
    const reference = normaliseReference(typed);
    if (!reference) {
      return `"${typed.slice(0, 40)}" is not the reference of a report. It looks like RP-7K3M-9QXT.`;
    }
    const report = await store.findReport({ reference });
    return report ?? `There is no report ${reference} in this store. "reports" lists them.`;
  };

  return {
    async list({ all }) {
      const reports = await store.listReports({ open: !all, limit: NEWEST });
      if (reports.length === 0) return done(all ? 'No reports yet.' : 'No report is open.');
      const byListing = toReportsByListing(reports, now());
      const others = reports.filter(
        ({ kind, clearedAt }) => kind !== 'listing' || clearedAt !== null,
      );
      const counts = await store.countReports();
      return done(
        ...byListing.flatMap(({ listing, reports: ofListing }) => [
          listing,
          ...ofListing.map((report) => `  ${describe({ ...report, clearedAt: null }, now())}`),
        ]),
        ...others.map((report) => {
          const what = report.kind === 'listing' ? report.listing : report.kind;
          return `${what}  ${describe({ ...report, facts: report.facts.split(' ') }, now())}`;
        }),
        counts.map(({ kind, received, open }) => `${kind}: ${open} open of ${received}`).join(', '),
      );
    },

    async show(reference, reason) {
      const report = await find(reference);
      if (typeof report === 'string') return refuse(report);
      if ('problem' in parts.key) return refuse(parts.key.problem);
      const about = { at: now(), reference: report.reference, action: 'show-report' };
      await store.writeAudit({ ...about, reason, operator });
      return done(...openText(report, parts.key.sealing));
    },

    async clear(reference, reason) {
      const report = await find(reference);
      if (typeof report === 'string') return refuse(report);
      const cleared = await store.clearReport({
        reference: report.reference,
        at: now(),
        audit: { action: 'clear-report', reason, operator },
      });
      return cleared
        ? done(`${report.reference} is cleared. Pages stop saying so within a few seconds.`)
        : refuse(`${report.reference} was cleared before.`);
    },
  };
}

function describe(
  report: Pick<StoredReport, 'reference' | 'receivedAt' | 'clearedAt'> & {
    facts: readonly string[];
  },
  now: number,
): string {
  const { reference, receivedAt, clearedAt, facts } = report;
  const isLate = clearedAt === null && isOverdue(receivedAt, now);
  return [
    reference,
    formatMoment(new Date(receivedAt), 'en'),
    facts.filter(Boolean).join(', '),
    clearedAt === null ? '' : 'cleared',
    isLate ? 'open for more than 48 hours' : '',
  ]
    .filter(Boolean)
    .join('  ');
}

function openText(
  { id, payload, wrappedKey, shreddedAt }: StoredReport,
  sealing: Pick<Sealing, 'open'>,
): string[] {
  if (!payload || !wrappedKey) {
    return [shreddedAt === null ? 'Nothing was written.' : 'What was written is destroyed.'];
  }
  const text = parseReportText(sealing.open(id, { payload, wrappedKey }) ?? '');
  if (!text) return ['What was written can no longer be read: it is damaged, or of another key.'];
  const { placeName, placeDoes, placeReach, words } = text;
  return [
    ['Name of the place', placeName],
    ['What it does', placeDoes],
    ['How to reach it', placeReach],
    ['In their own words', words],
  ].flatMap(([label, typed]) =>
    typed ? [`${label}:`, ...typed.split('\n').map((line) => `  > ${line}`)] : [],
  );
}

/** 'RP-7K3M-9QXT' for what was read aloud or copied: 'rp 7k3m 9qxt'. */
function normaliseReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const [, first, second] = /^RP([0-9A-Z]{4})([0-9A-Z]{4})$/.exec(letters) ?? [];
  return first && second ? `RP-${first}-${second}` : undefined;
}
