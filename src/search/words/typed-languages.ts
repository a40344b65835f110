import { type Locale, locales } from '../../i18n/locale.ts';

/** What residents type in: the languages of the site, and Bengali or Sylheti in English letters. */
export type TypedLanguage = Locale | 'bn-latn';

// Called pure, so that a browser is not sent the list of languages (src/i18n/locale.ts).
export const typedLanguages: readonly TypedLanguage[] = /* @__PURE__ */ locales.flatMap((locale) =>
  locale === 'bn' ? [locale, 'bn-latn' as const] : [locale],
);
