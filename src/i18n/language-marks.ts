import { defaultLocale, findLanguage, type Locale } from './locale.ts';

/** Attributes of words in a language: `<p {...inEnglish(locale)}>`. */
export interface LanguageMarks {
  lang?: Locale | undefined;
  /** Only where those around run the other way. */
  dir?: 'ltr' | 'rtl' | undefined;
}

/** For words in one language among words in another, or in a part of a page that says its language. */
export function marksOf(language: Locale, around: Locale): LanguageMarks {
  const { direction } = findLanguage(language);
  const turns = direction !== findLanguage(around).direction;
  return { lang: language, dir: turns ? direction : undefined };
}

/** For words that are English whatever the page's language: names, addresses. None on an English page. */
export function inEnglish(locale: Locale): LanguageMarks {
  return locale === defaultLocale ? {} : marksOf(defaultLocale, locale);
}

/** The same, with the class of its letters: where the words are to be seen in a font of ours. */
export function marksWithFont(language: Locale, around: Locale) {
  return { ...marksOf(language, around), class: lettersClass(language) };
}

/** The class of words whose letters need a font of ours, on a page of another language. */
export function lettersClass(language: Locale): string | undefined {
  const { font } = findLanguage(language);
  return font ? `in-${font}` : undefined;
}
