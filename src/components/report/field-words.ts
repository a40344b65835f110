import type { Translator } from '../../i18n/translator.ts';
import type { ReportError } from '../../reports/parse-report.ts';
import type { ReportField, ReportKind } from '../../reports/report-model.ts';

interface FieldWords {
  label: string;
  hint?: string;
  optional?: true;
  /** A box of so many lines. */
  rows?: number;
}

/** How a form asks. */
export function fieldWords(field: ReportField, kind: ReportKind, t: Translator): FieldWords {
  switch (field) {
    case 'facts':
      return { label: t('reports:facts.legend'), hint: t('reports:facts.hint') };
    case 'placeName':
      return { label: t('reports:placeName') };
    case 'placeDoes':
      return { label: t('reports:placeDoes'), rows: 4 };
    case 'placeReach':
      return { label: t('reports:placeReach'), hint: t('reports:placeReachHint'), rows: 2 };
    case 'words': {
      const words = { hint: t('reports:words.hint'), rows: 4 };
      const label = {
        listing: t('reports:words.listing'),
        suggestion: t('reports:words.suggestion'),
        feedback: t('reports:words.feedback'),
      }[kind];
      return kind === 'feedback' ? { ...words, label } : { ...words, label, optional: true };
    }
  }
}

/** What is wrong with an answer, and how to put it right. */
export function reportErrorText(error: ReportError, t: Translator): string {
  if (error.code !== 'tooLong') return t(`reports:error.${error.code}`);
  const { max, over } = error;
  return t('refer:error.tooLong', { length: max + over, most: max, excess: over });
}
