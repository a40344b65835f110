import ical, { type ICalEventData, ICalEventRepeatingFreq, ICalWeekday } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { addDays } from '../../i18n/london-calendar.ts';
import { firstDate, type Series } from './series.ts';
import { DAY_ENDS, type Day } from './session-times.ts';

/**
 * iCalendar files (RFC 5545) of weekly sessions. They tell nothing of when they were made, so that the
 * same content is the same bytes for a month, and a calendar that asks again is told "not modified".
 */

export interface CalendarEntry {
  series: Series;
  /** Unique in the world and the same tomorrow: 'bow-strollers-tue-1100@example.org'. */
  uid: string;
  summary: string;
  description: string;
  location: string | undefined;
  url: string;
}

export interface CalendarFacts {
  name: string;
  /** A date; sessions are told from the first day of its month on. */
  today: string;
  entries: readonly CalendarEntry[];
}

const ZONE = 'Europe/London';
const A_DAY_IN_SECONDS = 86_400;
const MIDNIGHT = '00:00';

export function formatCalendar({ name, today, entries }: CalendarFacts): string {
  const from = `${today.slice(0, 7)}-01`;
  const calendar = ical({
    name,
    prodId: { company: 'Local support directory', product: 'Sessions' },
    // Without a name: with one, the moment that each event was written (DTSTAMP) would not be in UTC.
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null },
    ttl: A_DAY_IN_SECONDS,
  });
  for (const entry of entries) calendar.createEvent(toEvent(entry, from));
  return `${calendar.toString()}\r\n`;
}

function toEvent(entry: CalendarEntry, from: string): ICalEventData {
  const { series, uid, summary, description, location, url } = entry;
  const date = firstDate(series.days, from);
  const isOverMidnight = series.closes === DAY_ENDS || series.closes < series.opens;
  const endDate = isOverMidnight ? addDays(date, 1) : date;
  const ends = series.closes === DAY_ENDS ? MIDNIGHT : series.closes;
  return {
    id: uid,
    start: `${date}T${series.opens}:00`,
    end: `${endDate}T${ends}:00`,
    timezone: ZONE,
    stamp: new Date(`${from}T00:00:00Z`),
    repeating: {
      freq: ICalEventRepeatingFreq.WEEKLY,
      byDay: series.days.map((day) => weekdays[day]),
    },
    summary,
    description,
    location: location ?? null,
    url,
  };
}

const weekdays: Record<Day, ICalWeekday> = {
  mon: ICalWeekday.MO,
  tue: ICalWeekday.TU,
  wed: ICalWeekday.WE,
  thu: ICalWeekday.TH,
  fri: ICalWeekday.FR,
  sat: ICalWeekday.SA,
  sun: ICalWeekday.SU,
};
