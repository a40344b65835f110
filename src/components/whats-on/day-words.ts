import { dayOf } from '../../directory/timetable/session-times.ts';
import { formatDay, formatWeekday } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { addDays } from '../../i18n/london-calendar.ts';
import { createTranslator } from '../../i18n/translator.ts';

/** 'Today, Tuesday 1 December 2026'; of a date that is neither today nor tomorrow, the day alone. */
export function dayWords(date: string, today: string, locale: Locale): string {
  const t = createTranslator(locale);
  const day = t('dates:weekdayAndDay', {
    weekday: formatWeekday(dayOf(date), locale),
    day: formatDay(date, locale),
  });
  if (date === today) return t('sessions:todayIs', { day });
  return today && date === addDays(today, 1) ? t('sessions:tomorrowIs', { day }) : day;
}
