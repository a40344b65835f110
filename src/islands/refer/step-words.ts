import type { Translator } from '../../i18n/translator.ts';
import { type ErrorCode, errorCodes } from '../../referral/browser.ts';

/** What the island says, in the page's language; '{{…}}' is filled in on the page. */
export interface StepWords {
  back: string;
  next: string;
  /** '{{number}}', '{{total}}' */
  question: string;
  errorHeading: string;
  errorPrefix: string;
  /** '{{title}}' */
  errorTitle: string;
  /** '{{most}}' */
  errors: Record<ErrorCode, string>;
  practices: {
    one: string;
    /** '{{number}}' */
    other: string;
    none: string;
    otherScript: string;
    /** '{{name}}' */
    nearest: string;
    failed: string;
  };
  crisis: string;
  /** '2026-11-22' */
  today: string;
}

export function toStepWords(t: Translator, today: string): StepWords {
  return {
    back: t('steps:back'),
    next: t('steps:next'),
    question: t('steps:question', { number: '{{number}}', total: '{{total}}' }),
    errorHeading: t('refer:error.heading'),
    errorPrefix: t('refer:error.prefix'),
    errorTitle: t('refer:error.title', { title: '{{title}}' }),
    errors: Object.fromEntries(
      errorCodes.map((code) => [code, t(`refer:error.${code}`, { most: '{{most}}' })]),
    ) as Record<ErrorCode, string>,
    practices: {
      one: t('steps:practices.one'),
      other: t('steps:practices.other', { number: '{{number}}' }),
      none: t('steps:practices.none'),
      otherScript: t('refer:practice.otherScript'),
      nearest: t('steps:practices.nearest', { name: '{{name}}' }),
      failed: t('steps:practices.failed'),
    },
    crisis: t('steps:crisis'),
    today,
  };
}
