import type { ReportRefusal, ReportResponse } from '../../reports/handle-report.ts';

/** What a page with a report's form shows. */
export type ReportView =
  | { show: 'received' }
  | (Omit<Extract<ReportResponse, { show: 'form' }>, 'status' | 'refusal'> & {
      refusal: ReportRefusal | { kind: 'too-large' } | undefined;
    });
