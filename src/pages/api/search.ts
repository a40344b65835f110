import type { APIRoute } from 'astro';
import { toFreshness } from '../../directory/freshness.ts';
import type { Label } from '../../directory/lists.ts';
import { isLocale, type Locale, localisePath } from '../../i18n/locale.ts';
import type { SearchHit } from '../../search/port.ts';
import { parseSearchRequest } from '../../search/request.ts';
import { directory, searcher, today } from '../../wiring.ts';

export const prerender = false;

/**
 * GET /api/search: parameters as on /search/, and `lang`. Any parameters have an answer; those it does not
 * know are left out. What was typed is neither logged nor sent on, and stays out of shared caches.
 */
export const GET: APIRoute = async ({ url, request }) => {
  const lang = url.searchParams.get('lang');
  const locale = isLocale(lang) ? lang : 'en';
  const response = await searcher.search({
    ...parseSearchRequest(url.searchParams, locale),
    signal: request.signal,
  });
  const hits = response.hits.flatMap((hit) => toCard(hit, locale));
  return Response.json(
    { ...response, hits, tookMs: Math.round(response.tookMs * 10) / 10 },
    { headers: { 'Cache-Control': 'private, max-age=60' } },
  );
};

/** What a card shows, in words of the reader’s language; segments mark the words that matched. */
function toCard(hit: SearchHit, locale: Locale) {
  const listing = directory.findListing(hit.id);
  if (!listing) return [];
  const { lists } = directory;
  const named = (items: readonly { slug: string; label: Label }[], slug: string) => ({
    slug,
    label: items.find((item) => item.slug === slug)?.label[locale] ?? slug,
  });
  return [
    {
      id: hit.id,
      name: listing.name,
      nameSegments: hit.name,
      summary: hit.summary.map((segment) => segment.text).join(''),
      summarySegments: hit.summary,
      url: localisePath(locale, `/organisations/${listing.slug}/`),
      needs: listing.needs.map((need) => named(lists.needs, need)),
      cost: named(lists.costs, listing.cost),
      area: listing.area ? named(lists.areas, listing.area) : undefined,
      postcode: listing.postcode,
      phone: listing.phone,
      why: hit.why,
      situation: hit.situation,
      freshness: toFreshness(listing.checks, today()),
      distanceMetres: hit.distanceMetres,
    },
  ];
}
