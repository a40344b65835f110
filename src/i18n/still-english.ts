import { defaultLocale, type Locale } from './locale.ts';
import { hasLettersOf, isInLatinScript } from './scripts.ts';

// Of a shorter text the same may be right: a name, "London".
const FEWEST_WORDS = 4;

// Words of every English sentence and of no Somali one.
const SMALL_WORDS = new Set(
  'the and you your with for are of from have who this can or to'.split(' '),
);
const FEWEST_SMALL_WORDS = 3;
// A licence is quoted in English on a page of another language.
const LEAST_SHARE = 0.2;

/**
 * Whether a text that stands as a translation is English: in Latin letters alone in a language of others,
 * word for word what English says, or with several of its small words.
 */
export function isStillEnglish(locale: Locale, text: string, english: string | undefined): boolean {
  if (locale === defaultLocale || !text.trim()) return false;
  if (!isInLatinScript(locale) && /[a-z]{3}/i.test(text) && !hasLettersOf(locale, text))
    return true;
  if (isInLatinScript(locale) && hasSmallWords(text)) return true;
  const [words, others] = [text, english ?? ''].map((each) => each.toLowerCase().match(/\p{L}+/gu));
  return words !== null && (words?.length ?? 0) >= FEWEST_WORDS && words?.join() === others?.join();
}

function hasSmallWords(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => SMALL_WORDS.has(word));
  return new Set(small).size >= FEWEST_SMALL_WORDS && small.length / words.length >= LEAST_SHARE;
}
