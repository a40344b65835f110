import type { Moment, Opening } from '../../directory/timetable/session-times.ts';
import { dayOf } from '../../directory/timetable/session-times.ts';
import { formatClosing, formatWeekday } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { addDays } from '../../i18n/london-calendar.ts';
import { createTranslator } from '../../i18n/translator.ts';

/** 'Open until 5pm', 'Open day and night'. The day is named where it ends later than the coming night. */
export function openingWords({ until }: Opening, now: Moment, locale: Locale): string {
  const t = createTranslator(locale);
  if (!until) return t('sessions:openAlways');
  const time = formatClosing(until.time, locale);
  const isSoon =
    until.date === now.date || (until.date === addDays(now.date, 1) && until.time < now.time);
  if (isSoon) return t('sessions:openUntil', { time });
  return t('sessions:openUntilDay', { time, day: formatWeekday(dayOf(until.date), locale) });
}
