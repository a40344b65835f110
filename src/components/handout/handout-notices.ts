import type { ChangesSince } from '../../directory/changes-since.ts';
import { hasNoContact } from '../../directory/contact.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { ReportedFacts } from '../../reports/reported-facts.ts';
import { reportWords } from '../report/report-words.ts';
import { factWords } from '../shortlist/fact-words.ts';
import type { Bilingual } from './handout-facts.ts';

/** What must be read before the facts: closed, probably not running, no way to reach it, reported as wrong, changed. */
export function toHandoutNotices(
  { listing, facts }: Extract<ChangesSince, { state: 'listed' }>,
  beside: Locale,
  reported: readonly ReportedFacts[] = [],
): Bilingual[] {
  const keys = [
    ...(listing.status === 'closed' ? (['listing:closedTop'] as const) : []),
    ...(listing.status === 'paused' ? (['listing:pausedTop'] as const) : []),
    ...(hasNoContact(listing) ? (['listing:noContactTop'] as const) : []),
  ];
  const notices = [
    ...keys.map((key) => toBilingual(beside, (t) => t(key))),
    ...(reported.length > 0
      ? [toBilingual(beside, (_, locale) => reportWords(reported, locale).join(' '))]
      : []),
  ];
  // That it runs no longer stands above.
  const shown = facts.filter((fact) => fact !== 'status' || listing.status === 'open');
  if (shown.length === 0) return notices;
  const changed = toBilingual(beside, (t, locale) =>
    t('shortlist:entryChanged', { facts: factWords(shown, locale, t) }),
  );
  return [...notices, changed];
}

/** The same words in English and in the language beside it. */
export function toBilingual(
  beside: Locale,
  wordsIn: (t: ReturnType<typeof createTranslator>, locale: Locale) => string,
): Bilingual {
  return {
    en: wordsIn(createTranslator('en'), 'en'),
    beside: beside === 'en' ? '' : wordsIn(createTranslator(beside), beside),
  };
}
