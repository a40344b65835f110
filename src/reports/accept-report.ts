/**
 * Takes a report to the disk: what was ticked in the open, what was typed sealed, and the letter to the
 * editors, in one transaction. What a person is told afterwards is what the store proved.
 */
import type { Locale } from '../i18n/locale.ts';
import type { Log } from '../platform/log.ts';
import type { Randomness } from '../platform/secrets/randomness.ts';
import type { Sealing } from '../platform/secrets/sealing.ts';
import type { LetterText } from '../referral/letters/letter.ts';
import { toPendingLetter } from '../referral/letters/pending-letter.ts';
import { reportLetterId } from '../referral/store/report-table.ts';
import { StoreFault } from '../referral/store/store-fault.ts';
import type { NewLetter, NewReport, ReportStore } from '../referral/store/store-port.ts';
import { formatFacts, type Report } from './report-model.ts';
import { toReportText } from './report-text.ts';

/** Each has its words in the locale files. `cannot-tell`: sending the same form again is counted once. */
export type ReportOutcome =
  | { kind: 'saved'; repeated: boolean }
  | { kind: 'not-saved' }
  | { kind: 'cannot-tell' };

export interface AcceptReportParts {
  /** Rejects with a StoreFault. */
  openStore: () => Promise<Pick<ReportStore, 'insertReport' | 'findReport'>>;
  sealing: Pick<Sealing, 'seal'>;
  randomness: Randomness;
  now: () => number;
  log: Pick<Log, 'error'>;
  /** Right side of Message-IDs. */
  mailDomain: string;
  /** Whether editors have a mailbox; else reports are only kept and counted. */
  hasMailbox: boolean;
  renderLetter(facts: {
    report: Report;
    reference: string;
    receivedAt: Date;
  }): Pick<LetterText, 'subject' | 'text'>;
}

const MAX_DRAWS = 5;

export function createAcceptReport(parts: AcceptReportParts) {
  // Forms that may be stored. Until that is known, "not saved" would be untrue of them.
  const inDoubt = new Set<string>();

  return async (report: Report, formToken: string, locale: Locale): Promise<ReportOutcome> => {
    const outcome = await accept(parts, { report, formToken, locale });
    if (outcome.kind === 'saved') inDoubt.delete(formToken);
    if (outcome.kind === 'cannot-tell') inDoubt.add(formToken);
    return outcome.kind === 'not-saved' && inDoubt.has(formToken)
      ? { kind: 'cannot-tell' }
      : outcome;
  };
}

interface SentReport {
  report: Report;
  formToken: string;
  locale: Locale;
}

async function accept(parts: AcceptReportParts, form: SentReport): Promise<ReportOutcome> {
  try {
    const store = await parts.openStore();
    for (let draw = 1; draw <= MAX_DRAWS; draw += 1) {
      const { row, letters } = toRows(parts, form);
      const result = await store.insertReport(row, letters);
      if ('existing' in result) return { kind: 'saved', repeated: true };
      if ('stored' in result) return { kind: 'saved', repeated: false };
    }
    parts.log.error('report.no-free-reference');
    return { kind: 'not-saved' };
  } catch (fault) {
    const outcome = toFailure(parts, fault);
    if (outcome.kind !== 'not-saved') return outcome;
    const before = await findEarlier(parts, form);
    return before ? { kind: 'saved', repeated: true } : outcome;
  }
}

/** A form that was saved before stays saved, also on a disk that takes no more. */
async function findEarlier({ openStore }: AcceptReportParts, { formToken }: SentReport) {
  try {
    return await (await openStore()).findReport({ formToken });
  } catch {
    // Told already, by the fault that leads here.
    return undefined;
  }
}

function toFailure({ log }: AcceptReportParts, fault: unknown): ReportOutcome {
  // A fault that the store does not know is one of ours, and proves nothing.
  const { reason, effect } =
    fault instanceof StoreFault ? fault : { reason: 'other', effect: 'unknown' };
  log.error('report.not-stored', { reason, effect });
  return { kind: effect === 'not-stored' ? 'not-saved' : 'cannot-tell' };
}

function toRows(
  parts: AcceptReportParts,
  { report, formToken, locale }: SentReport,
): { row: NewReport; letters: NewLetter[] } {
  const { randomness, sealing } = parts;
  const id = randomness.token();
  const reference = randomness.reference('RP');
  const receivedAt = parts.now();
  const text = toReportText(report);
  const row: NewReport = {
    id,
    reference,
    formToken,
    kind: report.kind,
    listing: report.listing ?? null,
    facts: formatFacts(report.facts),
    locale,
    receivedAt,
    clearedAt: null,
    shreddedAt: null,
    ...(text === undefined ? { payload: null, wrappedKey: null } : sealing.seal(id, text)),
  };
  if (!parts.hasMailbox) return { row, letters: [] };
  const letter = toPendingLetter(parts, {
    id: reportLetterId(row),
    kind: 'report',
    at: receivedAt,
    destination: { to: 'editors' },
    ...parts.renderLetter({ report, reference, receivedAt: new Date(receivedAt) }),
  });
  return { row, letters: [letter] };
}
