import { fill, fillPlural, type PluralForms, type Values } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';

/** `fill` (src/i18n/) in the language of the page: `fillInPage('Question {{number}}', { number: 3 })` */
export function fillInPage(words: string, values: Values): string {
  return fill(words, values, pageLocale());
}

/** `fillPlural` in the language of the page. */
export function fillPluralInPage(forms: PluralForms, values: Values & { count: number }): string {
  return fillPlural(forms, values, pageLocale());
}

export function pageLocale(): Locale {
  return document.documentElement.lang as Locale;
}
