import type { Since } from '../../directory/changes-since.ts';
import { hasNoContact } from '../../directory/contact.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { factWords } from '../shortlist/fact-words.ts';
import type { Both } from './handout-facts.ts';

/** What must be read before the facts: closed, probably not running, no way to reach it, changed. */
export function toHandoutNotices(
  { listing, facts }: Extract<Since, { state: 'listed' }>,
  beside: Locale,
): Both[] {
  const keys = [
    ...(listing.status === 'closed' ? (['listing:closedTop'] as const) : []),
    ...(listing.status === 'paused' ? (['listing:pausedTop'] as const) : []),
    ...(hasNoContact(listing) ? (['listing:noContactTop'] as const) : []),
  ];
  const notices = keys.map((key) => toBoth(beside, (t) => t(key)));
  // That it runs no longer stands above.
  const told = facts.filter((fact) => fact !== 'status' || listing.status === 'open');
  if (told.length === 0) return notices;
  const changed = toBoth(beside, (t, locale) =>
    t('shortlist:entryChanged', { facts: factWords(told, locale, t) }),
  );
  return [...notices, changed];
}

/** The same words in English and in the language beside it. */
export function toBoth(
  beside: Locale,
  say: (t: ReturnType<typeof createTranslator>, locale: Locale) => string,
): Both {
  return {
    en: say(createTranslator('en'), 'en'),
    beside: beside === 'en' ? '' : say(createTranslator(beside), beside),
  };
}
