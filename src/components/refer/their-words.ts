import { flattenMessages } from '../../i18n/check-messages.ts';
import type { Locale } from '../../i18n/locale.ts';
import { messages } from '../../i18n/messages.ts';
import { createTranslator } from '../../i18n/translator.ts';

const THEIRS = '_they';

/** What the form says to people who ask for themselves, with what it says to those who ask for another. */
export function findTheirWords(locale: Locale, values: { borough: string }): [string, string][] {
  const own = createTranslator(locale);
  const theirs = createTranslator(locale, 'they');
  return [...flattenMessages({ refer: messages.get(locale)?.refer ?? {} }).keys()]
    .filter((key) => key.endsWith(THEIRS))
    .map((key) => key.slice(0, -THEIRS.length) as 'refer:practice.lives')
    .map((key): [string, string] => [own(key, values), theirs(key, values)])
    .filter(([one, other]) => one !== other);
}
