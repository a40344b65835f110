import { type Locale, locales } from '../../i18n/locale.ts';

/** What residents type in: the languages of the site, and Bengali or Sylheti in English letters. */
export type TypedLanguage = Locale | 'bn-latn';

export const typedLanguages: readonly TypedLanguage[] = locales.flatMap((locale) =>
  locale === 'bn' ? [locale, 'bn-latn' as const] : [locale],
);
