import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { calendarEntries } from '../../../../components/whats-on/calendar-entries.ts';
import { formatCalendar } from '../../../../directory/timetable/calendar-file.ts';
import { toSeries } from '../../../../directory/timetable/series.ts';
import { everyLocale } from '../../../../i18n/locale.ts';
import { directory, today } from '../../../../wiring.ts';

/** All sessions of a listing, for a calendar that asks for them again and again. */
export function getStaticPaths() {
  return directory.listings
    .filter((listing) => listing.status === 'open' && toSeries(listing).length > 0)
    .flatMap((listing) =>
      everyLocale().map(({ params, props }) => ({
        params: { ...params, slug: listing.slug },
        props: { ...props, listing },
      })),
    );
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { locale, listing }, site }) => {
  if (!site) throw new Error('astro.config.mjs must set `site`: a calendar holds full addresses.');
  const frame = { locale, lists: directory.lists, today: today(), site };
  return new Response(
    formatCalendar({ ...frame, name: listing.name, entries: calendarEntries(listing, frame) }),
    { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } },
  );
};
