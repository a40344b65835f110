import type { Lists } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { CalendarEntry } from '../../directory/timetable/calendar-file.ts';
import { type Series, toSeries } from '../../directory/timetable/series.ts';
import { type Locale, localisePath } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { freshnessWords } from '../listing/freshness-words.ts';
import { labelOf } from '../listing/labels.ts';
import { placeOf } from './place-words.ts';

interface Frame {
  locale: Locale;
  lists: Lists;
  today: string;
  /** Of the site: 'https://example.org'. */
  site: URL;
}

/** A listing's sessions in the words of a calendar; `chosen`: only these of them. */
export function calendarEntries(
  listing: PublicListing,
  { locale, lists, today, site }: Frame,
  chosen: readonly Series[] = toSeries(listing),
): CalendarEntry[] {
  const t = createTranslator(locale);
  const path = localisePath(locale, `/organisations/${listing.slug}/`);
  return chosen.map((series) => ({
    series,
    uid: `${listing.slug}-${series.id}@${site.hostname}`,
    summary: [listing.name, series.session.what].filter(Boolean).join(': '),
    description: [
      freshnessWords(listing, today, locale, t),
      t('sessions:calendarHolidays'),
      labelOf(lists.costs, listing.cost, locale),
      listing.phone,
    ]
      .filter(Boolean)
      .join('\n'),
    location: placeOf(listing, series.session, lists.areas, locale)?.text,
    url: new URL(path, site).href,
  }));
}
