import type { Session } from '../../directory/listing.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Schedule } from '../entities/service-schemas.ts';
import type { Ids } from './ids.ts';

/** Days as iCalendar names them, in the order of the week. */
export const icalendarDays = {
  mon: 'MO',
  tue: 'TU',
  wed: 'WE',
  thu: 'TH',
  fri: 'FR',
  sat: 'SA',
  sun: 'SU',
} as const satisfies Record<Session['days'][number], string>;

/** Each session, then the hours in words, which alone have no days. */
export function toSchedules(
  { slug, sessions, hours }: Pick<PublicListing, 'slug' | 'sessions' | 'hours'>,
  ids: Ids,
): Schedule[] {
  const schedules: Schedule[] = sessions.map(({ days, opens, closes, what, where, by }, index) => ({
    id: ids('schedule', slug, String(index)),
    freq: 'WEEKLY',
    byday: days.map((day) => icalendarDays[day]).join(','),
    opens_at: `${opens}:00`,
    closes_at: `${closes}:00`,
    attending_type: by,
    directory_place: where,
    description: what,
  }));
  return hours
    ? [...schedules, { id: ids('schedule', slug, 'words'), description: hours }]
    : schedules;
}
