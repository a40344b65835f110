import type { APIRoute } from 'astro';
import { isLocale, localisePath } from '../../i18n/locale.ts';
import type { SuggestionAnswer } from '../../search/browser.ts';
import { parseSearchRequest } from '../../search/request.ts';
import { directory, searcher, suggester } from '../../wiring.ts';

export const prerender = false;

const MOST_SITUATIONS = 3;
const MOST_LISTINGS = 4;
const MOST_NEEDS = 3;

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
  const { situations, listings, saysMore } = suggester();
  const likely = understood.situations.flatMap((slug) =>
    directory.situations.filter((situation) => situation.slug === slug),
  );
  const needs = understood.needs.length > 0 ? understood.needs : understood.suggestedNeeds;
  const answer: SuggestionAnswer = {
    situations: [...new Set([...likely, ...situations(q)])]
      .slice(0, MOST_SITUATIONS)
      .map(({ slug, title }) => ({
        title: title[locale],
        url: localisePath(locale, `/help/${slug}/`),
      })),
    listings: listings(q)
      .slice(0, MOST_LISTINGS)
      .map(({ listing: { name, slug }, otherName }) => ({
        name,
        url: localisePath(locale, `/organisations/${slug}/`),
        otherName,
      })),
    needs: needs.slice(0, MOST_NEEDS).map((slug) => ({ slug, saysMore: saysMore(q, slug) })),
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, max-age=60' } });
};
