/**
 * Days, times and months as people read them. Their names and forms are words of content/locales
 * (dates.json), not the machine's: what `Intl` gives differs between Node and browsers, puts the month
 * first in Somali and AM or GH beside the hour. The names are those of Unicode CLDR. What is computed
 * with is in london.ts.
 */
import type { Locale } from './locale.ts';
import { toLondon } from './london.ts';
import { toDigits } from './numbers.ts';
import { createTranslator } from './translator.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];
const LAST_MINUTE = '23:59';
type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** '22 November 2026' for '2026-11-22'. */
export function formatDay(date: string, locale: Locale): string {
  return createTranslator(locale)('dates:day', partsOf(date, locale));
}

/** 'November 2026' for any day in it. */
export function formatMonth(date: string, locale: Locale): string {
  return createTranslator(locale)('dates:monthAndYear', partsOf(date, locale));
}

/** '2026', whose digits are not grouped as those of a number are. */
export function formatYear(year: number, locale: Locale): string {
  return toDigits(`${year}`, locale);
}

/** 'Monday' */
export function formatWeekday(day: Weekday, locale: Locale): string {
  return createTranslator(locale)(`dates:weekday.${day}`);
}

/** 'Monday 30 November 2026', the day in London. */
export function formatDayOf(moment: Date, locale: Locale): string {
  const { date } = toLondon(moment);
  const weekday = weekdays[new Date(date).getUTCDay()] ?? 'sun';
  return createTranslator(locale)('dates:weekdayAndDay', {
    weekday: formatWeekday(weekday, locale),
    day: formatDay(date, locale),
  });
}

/** 'Monday 30 November 2026, 5:55am', by London's clocks. */
export function formatMoment(moment: Date, locale: Locale): string {
  return createTranslator(locale)('dates:moment', {
    day: formatDayOf(moment, locale),
    time: formatTime(toLondon(moment).time, locale),
  });
}

/**
 * '5:55am' for '05:55', '9am' for '09:00'. Twelve o'clock is 'midday' or 'midnight', which is the first
 * minute of its day (https://www.gov.uk/guidance/style-guide/a-to-z, "times").
 */
export function formatTime(time: string, locale: Locale): string {
  const t = createTranslator(locale);
  if (time === '00:00') return t('dates:midnight');
  if (time === '12:00') return t('dates:midday');
  const [hours = '', minutes = ''] = time.split(':');
  const hour = `${Number(hours) % 12 || 12}`;
  const clock = toDigits(minutes === '00' ? hour : `${hour}:${minutes}`, locale);
  const words = t(minutes === '00' ? 'dates:wholeHour' : 'dates:hourAndMinutes', { time: clock });
  return t(`dates:time.${partOfDay(Number(hours))}`, { time: words });
}

/** '9am to midday', 'day and night' */
export function formatTimes(opens: string, closes: string, locale: Locale): string {
  const t = createTranslator(locale);
  if (opens === '00:00' && closes === LAST_MINUTE) return t('dates:dayAndNight');
  return t('dates:times', {
    opens: formatTime(opens, locale),
    closes: formatClosing(closes, locale),
  });
}

/** As formatTime, for the end of something: the last minute of a day is midnight. */
export function formatClosing(time: string, locale: Locale): string {
  return time === LAST_MINUTE
    ? createTranslator(locale)('dates:midnight')
    : formatTime(time, locale);
}

/** 'Monday, Friday: 9am to midday' */
export function formatSession(
  { days, opens, closes }: { days: readonly Weekday[]; opens: string; closes: string },
  locale: Locale,
): string {
  const t = createTranslator(locale);
  const isEveryDay = weekdays.every((day) => days.includes(day));
  return t('dates:session', {
    days: isEveryDay
      ? t('dates:everyDay')
      : days.map((day) => formatWeekday(day, locale)).join(', '),
    times: formatTimes(opens, closes, locale),
  });
}

function partsOf(date: string, locale: Locale) {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    year: toDigits(year, locale),
    month: createTranslator(locale)(`dates:month.${Number(month) as Month}`),
    day: Number(day),
  };
}

/** The parts of a day that Bengali names (Unicode CLDR, dayPeriods of bn); others have fewer words. */
function partOfDay(hour: number) {
  if (hour < 4) return 'smallHours';
  if (hour < 6) return 'dawn';
  if (hour < 12) return 'morning';
  if (hour < 16) return 'noon';
  if (hour < 18) return 'afternoon';
  return hour < 20 ? 'evening' : 'night';
}
