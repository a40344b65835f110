import type { Lists, Practice, Site } from '../../directory/lists.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FieldError, Typed } from '../../referral/browser.ts';

/** What every step shows again. */
export interface StepProps {
  locale: Locale;
  typed: Typed;
  errors: readonly FieldError[];
}

/** Practices to choose from; `searched`: what was typed to find one, empty if nothing was. */
export interface PracticeChoices {
  searched: string;
  /** Best first; all of them if nothing was searched for. */
  fitting: readonly Practice[];
  others: readonly Practice[];
}

/** What the form offers, from content/. */
export interface FormContent {
  lists: Lists;
  site: Site;
}
