import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { calendarEntries } from '../../../../components/whats-on/calendar-entries.ts';
import { formatCalendar } from '../../../../directory/timetable/calendar-file.ts';
import { listingsOnFor, toSetTimes } from '../../../../directory/timetable/need-programme.ts';
import { everyLocale } from '../../../../i18n/locale.ts';
import { createTranslator } from '../../../../i18n/translator.ts';
import { directory, today } from '../../../../wiring.ts';

/** What begins at a set time and helps with a need, for a calendar that asks for it again and again. */
export function getStaticPaths() {
  return directory.lists.needs
    .filter((need) => listingsOnFor(directory.listings, need.slug).length > 0)
    .flatMap((need) =>
      everyLocale().map(({ params, props }) => ({
        params: { ...params, need: need.slug },
        props: { ...props, need },
      })),
    );
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { locale, need }, site }) => {
  if (!site) throw new Error('astro.config.mjs must set `site`: a calendar holds full addresses.');
  const frame = { locale, lists: directory.lists, today: today(), site };
  const entries = listingsOnFor(directory.listings, need.slug).flatMap((listing) =>
    calendarEntries(listing, frame, toSetTimes(listing)),
  );
  const name = `${createTranslator(locale)('sessions:title')}: ${need.label[locale]}`;
  return new Response(formatCalendar({ ...frame, name, entries }), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
};
