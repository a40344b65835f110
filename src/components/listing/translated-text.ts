import type { PublicListing } from '../../directory/public-listing.ts';
import type { Locale } from '../../i18n/locale.ts';

/** Words to show, and the `lang` attribute they need: 'en' where the page's language has none. */
export interface TranslatedText {
  text: string;
  lang: 'en' | undefined;
}

/** A listing's own words in the page's language, or in English marked as such. */
export function translatedText(
  listing: PublicListing,
  field: 'summary' | 'description' | 'firstStep',
  locale: Locale,
): TranslatedText | undefined {
  const translation = locale === 'en' ? undefined : listing.translations[locale]?.[field];
  if (translation) return { text: translation, lang: undefined };
  const text = listing[field];
  return text === undefined ? undefined : { text, lang: langOfEnglish(locale) };
}

/** The `lang` attribute for words that are English whatever the page's language: names, addresses. */
export function langOfEnglish(locale: Locale): 'en' | undefined {
  return locale === 'en' ? undefined : 'en';
}

/** The `lang` attribute for a name in one language or another, told by its script. */
export function langOfName(name: string, locale: Locale): 'en' | 'bn' | undefined {
  const language = /[\u0980-\u09ff]/.test(name) ? 'bn' : 'en';
  return language === locale ? undefined : language;
}
