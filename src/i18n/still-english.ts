import { defaultLocale, type Locale } from './locale.ts';
import { hasLettersOf, isInLatinScript } from './scripts.ts';

// Of a shorter text the same may be right: a name, "London".
const FEWEST_WORDS = 4;

// Words of every English sentence and of no Somali one.
const SMALL_WORDS = 'the and you your with for are of from have who this can or to'.split(' ');
const FEWEST_SMALL_WORDS = 3;

/**
 * Whether a text that stands as a translation is English: in Latin letters alone in a language of others,
 * word for word what English says, or with several of its small words.
 */
export function isStillEnglish(locale: Locale, text: string, english: string | undefined): boolean {
  if (locale === defaultLocale || !text.trim()) return false;
  if (!isInLatinScript(locale) && /[a-z]{3}/i.test(text) && !hasLettersOf(locale, text))
    return true;
  const small = SMALL_WORDS.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
  if (isInLatinScript(locale) && small.length >= FEWEST_SMALL_WORDS) return true;
  const [words, others] = [text, english ?? ''].map((each) => each.toLowerCase().match(/\p{L}+/gu));
  return words !== null && (words?.length ?? 0) >= FEWEST_WORDS && words?.join() === others?.join();
}
