import { formatDay } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { hasChanges, type ShortlistChanges } from '../../shortlist/shortlist-changes.ts';
import { factWords } from '../shortlist/fact-words.ts';

/** What has changed on a list since it was made, in sentences; none for a list of today. */
export function changeWords(
  changes: ShortlistChanges,
  { made, today }: { made: string; today: string },
  locale: Locale,
  t: Translator,
): string[] {
  const date = formatDay(made, locale);
  const from = changes.unknownBefore ? formatDay(changes.unknownBefore, locale) : date;
  const unknown = changes.unknownBefore ? [t('shortlist:newsUnknown', { date: from })] : [];
  if (!hasChanges(changes)) {
    return made < today ? [t('shortlist:newsNone', { date: from }), ...unknown] : [];
  }
  const { changed, closed, paused, gone } = changes;
  const total = changes.entries.length;
  const facts = factWords(changes.changedFacts, locale, t);
  return [
    `${t('shortlist:newsHeading', { date })}:`,
    ...(changed > 0 ? [t('shortlist:newsChanged', { count: changed, total, facts })] : []),
    ...(closed > 0 ? [t('shortlist:newsClosed', { count: closed, total })] : []),
    ...(paused > 0 ? [t('shortlist:newsPaused', { count: paused, total })] : []),
    ...(gone > 0 ? [t('shortlist:newsGone', { count: gone, total })] : []),
    ...unknown,
  ];
}

/** How many the directory never had: a damaged address, or one that somebody made up. */
export function countUnknown({ entries }: ShortlistChanges): number {
  return entries.filter(({ state }) => state === 'unknown').length;
}
