import type { APIRoute } from 'astro';
import { isLocale, localisePath } from '../../i18n/locale.ts';
import type { SuggestionAnswer } from '../../search/browser.ts';
import { findByBeginning } from '../../search/listings-by-name.ts';
import { parseSearchRequest } from '../../search/request.ts';
import { directory, searcher } from '../../wiring.ts';

export const prerender = false;

const MOST_LISTINGS = 5;

/**
 * GET /api/suggestions?q=&lang=: what words still being typed may mean, for the search box. Small, as it
 * is asked at every pause; what was typed is neither logged nor sent on.
 */
export const GET: APIRoute = async ({ url, request }) => {
  const lang = url.searchParams.get('lang');
  const locale = isLocale(lang) ? lang : 'en';
  const { q } = parseSearchRequest(url.searchParams, locale);
  const { understood } = await searcher.search({
    ...parseSearchRequest(new URLSearchParams({ q }), locale),
    perPage: 1,
    signal: request.signal,
  });
  const answer: SuggestionAnswer = {
    needs: understood.needs.length > 0 ? understood.needs : understood.suggestedNeeds,
    listings: findByBeginning(directory.listings, q, MOST_LISTINGS).map(({ name, slug }) => ({
      name,
      url: localisePath(locale, `/organisations/${slug}/`),
    })),
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, max-age=60' } });
};
