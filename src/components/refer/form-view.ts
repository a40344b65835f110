import type { Lists, Site } from '../../directory/lists.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator, type Translator } from '../../i18n/translator.ts';
import type { FieldError } from '../../referral/form/field-errors.ts';
import type { TypedAnswers } from '../../referral/form/form-model.ts';

/** What every step shows again. */
export interface StepProps {
  locale: Locale;
  typed: TypedAnswers;
  errors: readonly FieldError[];
}

/** The words of the form, which are about whoever needs support: "your GP practice", "their GP practice". */
export function createFormTranslator(
  locale: Locale,
  { referralFor }: Pick<TypedAnswers, 'referralFor'>,
): Translator {
  return createTranslator(locale, referralFor === 'someone-else' ? 'they' : undefined);
}

/** What the form offers, from content/. */
export interface FormContent {
  lists: Lists;
  site: Site;
}
