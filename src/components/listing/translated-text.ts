import type { PublicListing } from '../../directory/public-listing.ts';
import { inEnglish, type LanguageMarks, marksOf } from '../../i18n/language-marks.ts';
import { defaultLocale, type Locale, locales } from '../../i18n/locale.ts';
import { hasLettersOf, isInLatinScript } from '../../i18n/scripts.ts';

/** Words to show, and the attributes they need: English ones where the page's language has none. */
export interface TranslatedText {
  text: string;
  marks: LanguageMarks;
}

/** A listing's own words in the page's language, or in English marked as such. */
export function translatedText(
  listing: PublicListing,
  field: 'summary' | 'description' | 'firstStep',
  locale: Locale,
): TranslatedText | undefined {
  const translation = locale === defaultLocale ? undefined : listing.translations[locale]?.[field];
  if (translation) return { text: translation, marks: {} };
  const text = listing[field];
  return text === undefined ? undefined : { text, marks: inEnglish(locale) };
}

const otherScripts = locales.filter((locale) => !isInLatinScript(locale));

/** For a name in one language or another, told by its letters. */
export function marksOfName(name: string, locale: Locale): LanguageMarks {
  const language = otherScripts.find((other) => hasLettersOf(other, name)) ?? defaultLocale;
  return language === locale ? {} : marksOf(language, locale);
}
