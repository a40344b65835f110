/**
 * What a visitor gets for a report that was posted. Knows no page and no HTTP: the page shows what is
 * decided here. Whatever happens, what was typed comes back, or is stored.
 */
import type { Locale } from '../i18n/locale.ts';
import type { Log } from '../platform/log.ts';
import type { SignedTokens } from '../platform/secrets/signed-token.ts';
import type { ReportOutcome } from './accept-report.ts';
import { parseReport, type ReportError, readTypedReport } from './parse-report.ts';
import type { ReportLimits } from './report-limits.ts';
import { noReport, type Report, type ReportKind, type TypedReport } from './report-model.ts';

/** Why a form that is filled in right was not taken, each with its own words and status. */
export type ReportRefusal =
  | { kind: 'not-saved' | 'cannot-tell' }
  | { kind: 'too-many'; waitMs: number }
  /** The page was open for more than a day, or is not of our making. */
  | { kind: 'old-page' }
  /** A box was filled in that people do not see. */
  | { kind: 'not-a-person' };

export type ReportResponse =
  | { show: 'received' }
  | {
      show: 'form';
      status: 200 | 422 | 429 | 503;
      typed: TypedReport;
      /** To be sent with the form that is shown. */
      formToken: string;
      errors: readonly ReportError[];
      refusal?: ReportRefusal;
    };

export interface ReportDependencies {
  tokens: SignedTokens;
  limits: ReportLimits;
  /** What it rejects with proves nothing of what was stored. */
  accept(report: Report, formToken: string, locale: Locale): Promise<ReportOutcome>;
  wait(ms: number): Promise<void>;
  log: Pick<Log, 'error'>;
}

/** People take longer; a program that is made to wait sends fewer. */
const MIN_FILL_MS = 3000;

/** An empty form. */
export function startReport({
  tokens,
}: Pick<ReportDependencies, 'tokens'>): Extract<ReportResponse, { show: 'form' }> {
  return { show: 'form', status: 200, typed: noReport, formToken: tokens.issue(), errors: [] };
}

export async function handleReport(
  form: FormData,
  about: { kind: ReportKind; listing: string | undefined; client: string; locale: Locale },
  dependencies: ReportDependencies,
): Promise<ReportResponse> {
  const { tokens, limits } = dependencies;
  const typed = readTypedReport(form);
  const sent = textOf(form, 'formToken');
  const token = tokens.verify(sent);
  const shown = {
    show: 'form',
    typed,
    formToken: token.ok ? sent : tokens.issue(),
    errors: [],
  } as const;

  const parsed = parseReport(typed, about);
  if (!parsed.ok) return { ...shown, status: 422, errors: parsed.errors };
  if (textOf(form, 'leaveEmpty') !== '') {
    return { ...shown, status: 422, refusal: { kind: 'not-a-person' } };
  }
  if (!token.ok) return { ...shown, status: 422, refusal: { kind: 'old-page' } };
  const { client, listing, locale } = about;
  const waitMs = limits.take({ client, formToken: sent, listing });
  if (waitMs > 0) return { ...shown, status: 429, refusal: { kind: 'too-many', waitMs } };
  // A person who pressed that fast does not notice, and nobody has to press again.
  if (token.ageMs < MIN_FILL_MS) await dependencies.wait(MIN_FILL_MS - token.ageMs);

  const outcome = await accept(parsed.report, sent, locale, dependencies);
  return outcome.kind === 'saved'
    ? { show: 'received' }
    : { ...shown, status: 503, refusal: outcome };
}

async function accept(
  report: Report,
  formToken: string,
  locale: Locale,
  dependencies: ReportDependencies,
): Promise<ReportOutcome> {
  try {
    return await dependencies.accept(report, formToken, locale);
  } catch (fault) {
    // Never its message: that may hold what a person wrote.
    const name = fault instanceof Error ? fault.name : 'unknown';
    dependencies.log.error('report.form-failed', { fault: name });
    return { kind: 'cannot-tell' };
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
