import type { Locale } from '../i18n/locale.ts';

/** The language in which the site made the page. A browser's translator writes another one over its `lang`. */
export function pageLocale(): Locale {
  return document.documentElement.dataset.locale as Locale;
}
