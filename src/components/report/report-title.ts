import type { Translator } from '../../i18n/translator.ts';
import type { ReportKind } from '../../reports/report-model.ts';

type Shown =
  | { show: 'received' }
  | { show: 'form'; errors: readonly unknown[]; refusal: object | undefined };

/** What a page with a report's form asks. */
export function reportHeading(kind: ReportKind, t: Translator): string {
  return {
    listing: t('reports:title.listing'),
    suggestion: t('reports:title.suggestion'),
    feedback: t('reports:title.feedback'),
  }[kind];
}

/** Of the page: read out first, so it says where something has to be put right. */
export function reportTitle(kind: ReportKind, view: Shown, t: Translator): string {
  if (view.show === 'received') return t('reports:received.title');
  const title = reportHeading(kind, t);
  const isWrong = view.errors.length > 0 || view.refusal !== undefined;
  return isWrong ? t('refer:error.title', { title }) : title;
}
