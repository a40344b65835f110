import type { Lists, Site } from '../../directory/lists.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FieldError } from '../../referral/form/field-errors.ts';
import type { TypedAnswers } from '../../referral/form/form-model.ts';

/** What every step shows again. */
export interface StepProps {
  locale: Locale;
  typed: TypedAnswers;
  errors: readonly FieldError[];
}

/** What the form offers, from content/. */
export interface FormContent {
  lists: Lists;
  site: Site;
}
