import type { APIRoute } from 'astro';
import { reportPanel } from '../components/report/report-words.ts';
import { locales, localisePath } from '../i18n/locale.ts';
import { reportedListings } from '../wiring.ts';

export const prerender = false;

/**
 * What our server puts at the mark of built pages, by their paths. It asks again and again, within its own
 * process, by a header that no client can set (platform/http/answer-request.ts).
 */
export const GET: APIRoute = async ({ request }) => {
  if (request.headers.get('x-page-notes') !== 'yes') return new Response(null, { status: 404 });
  await reportedListings.refresh();
  const notes = [...reportedListings.current()].flatMap(([slug, reported]) =>
    locales.map((locale) => [
      localisePath(locale, `/organisations/${slug}/`),
      reportPanel(reported, locale),
    ]),
  );
  return Response.json(Object.fromEntries(notes));
};
