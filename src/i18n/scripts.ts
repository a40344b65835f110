import type { Locale } from './locale.ts';

/** Whether a language is written in Latin letters, as English is. */
export function isInLatinScript(locale: Locale): boolean {
  return scriptOf(locale) === 'Latn';
}

/** Whether a text has letters of the script of a language. */
export function hasLettersOf(locale: Locale, text: string): boolean {
  return new RegExp(`\\p{Script=${scriptOf(locale)}}`, 'u').test(text);
}

// 'Beng' for 'bn': the likeliest of its scripts, as Unicode has it.
function scriptOf(locale: Locale): string {
  return new Intl.Locale(locale).maximize().script ?? 'Latn';
}
