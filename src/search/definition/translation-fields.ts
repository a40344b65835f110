import { type TranslatedLocale, translatedLocales } from '../../i18n/locale.ts';

/** The field of a search document that holds a listing's own words in a language: 'in_bn'. */
export type TranslationField = `in_${TranslatedLocale}`;

export function translationField(locale: TranslatedLocale): TranslationField {
  return `in_${locale}`;
}

/** Something for the field of each language that listings may be translated into. */
export function inTranslationFields<T>(
  make: (locale: TranslatedLocale) => T,
): Record<TranslationField, T> {
  const entries = translatedLocales.map((locale) => [translationField(locale), make(locale)]);
  return Object.fromEntries(entries) as Record<TranslationField, T>;
}
