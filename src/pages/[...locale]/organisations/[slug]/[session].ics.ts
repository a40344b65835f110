import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { calendarEntries } from '../../../../components/whats-on/calendar-entries.ts';
import { formatCalendar } from '../../../../directory/timetable/calendar-file.ts';
import { toSeries } from '../../../../directory/timetable/series.ts';
import { everyLocale } from '../../../../i18n/locale.ts';
import { directory, today } from '../../../../wiring.ts';

/** One session of a listing that has several. */
export function getStaticPaths() {
  return directory.listings
    .filter((listing) => listing.status === 'open' && toSeries(listing).length > 1)
    .flatMap((listing) =>
      toSeries(listing).flatMap((series) =>
        everyLocale().map(({ params, props }) => ({
          params: { ...params, slug: listing.slug, session: series.id },
          props: { ...props, listing, series },
        })),
      ),
    );
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { locale, listing, series }, site }) => {
  if (!site) throw new Error('astro.config.mjs must set `site`: a calendar holds full addresses.');
  const frame = { locale, lists: directory.lists, today: today(), site };
  const entries = calendarEntries(listing, frame, [series]);
  return new Response(formatCalendar({ ...frame, name: listing.name, entries }), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
};
