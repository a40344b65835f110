import type { PluralForms } from '../../i18n/plural-forms.ts';
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
  /** With places for the values of a FieldError. */
  errors: Record<ErrorCode, string>;
  practices: {
    /** '{{count}}' */
    fit: PluralForms;
    /** '{{count}}' */
    more: PluralForms;
    none: string;
    otherScript: string;
    /** '{{name}}' */
    nearest: string;
    failed: string;
  };
  /** '{{count}}' */
  chosenNeeds: PluralForms;
  crisis: string;
  /** '2026-11-22' */
  today: string;
}

/** `fit`, `more`, `chosenNeeds`: the plural forms of 'steps:practices.fit', 'steps:practices.more' and 'refer:needs.chosen'. */
export function toStepWords(
  t: Translator,
  {
    fit,
    more,
    chosenNeeds,
    today,
  }: { fit: PluralForms; more: PluralForms; chosenNeeds: PluralForms; today: string },
): StepWords {
  return {
    back: t('steps:back'),
    next: t('steps:next'),
    question: t('steps:question'),
    errorHeading: t('refer:error.heading'),
    errorPrefix: t('refer:error.prefix'),
    errorTitle: t('refer:error.title'),
    errors: Object.fromEntries(
      errorCodes.map((code) => [code, t(`refer:error.${code}`)]),
    ) as Record<ErrorCode, string>,
    practices: {
      fit,
      more,
      none: t('steps:practices.none'),
      otherScript: t('refer:practice.otherScript'),
      nearest: t('steps:practices.nearest'),
      failed: t('steps:practices.failed'),
    },
    chosenNeeds,
    crisis: t('steps:crisis'),
    today,
  };
}
