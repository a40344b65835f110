import type { APIContext } from 'astro';
import type { ReportView } from '../../components/report/report-view.ts';
import type { Locale } from '../../i18n/locale.ts';
import { handleReport, startReport } from '../../reports/handle-report.ts';
import type { ReportKind } from '../../reports/report-model.ts';
import { reportDependencies, reportedListings } from '../../wiring.ts';

/** Answers for all three forms. A redirect: the report is stored, and a reload sends nothing again. */
export async function answerReport(
  { request, url }: Pick<APIContext, 'request' | 'url'>,
  response: { status?: number | undefined; headers: Headers },
  about: { kind: ReportKind; listing: string | undefined; locale: Locale },
): Promise<ReportView | { redirect: string }> {
  // A browser shows an error of its own for Back to a posted page that it may not keep.
  response.headers.set('Cache-Control', 'private, no-cache');
  // Set by our server in place of a form that it would not read (platform/http/answer-request.ts).
  const isTooLarge = request.headers.get('x-form-too-large') === 'yes';
  if (request.method !== 'POST' && url.searchParams.has('received')) return { show: 'received' };
  const client = request.headers.get('x-client-address') ?? '';
  const dependencies = reportDependencies();
  const answer =
    request.method === 'POST'
      ? await handleReport(await request.formData(), { ...about, client }, dependencies)
      : startReport(dependencies);
  if (answer.show === 'received') {
    // So that whoever goes on to the listing's page finds it there.
    await reportedListings.refresh();
    const query = new URLSearchParams([
      ...(about.listing === undefined ? [] : [['listing', about.listing]]),
      ['received', 'yes'],
    ]);
    return { redirect: `${url.pathname}?${query}` };
  }
  const { status, refusal, ...shown } = answer;
  response.status = isTooLarge ? 413 : status;
  if (refusal?.kind === 'too-many') {
    response.headers.set('Retry-After', String(Math.ceil(refusal.waitMs / 1000)));
  }
  return { ...shown, refusal: isTooLarge ? { kind: 'too-large' } : refusal };
}
