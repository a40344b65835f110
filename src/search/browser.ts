import type { Locale } from '../i18n/locale.ts';

/**
 * The browser's only door into search: asks our own server, nothing else, and keeps nothing.
 * What is typed leaves the page only as this request; neither side logs it.
 */

/** The part of GET /api/search that the search box reads. */
export interface SearchAnswer {
  hits: { name: string; url: string; why: { by: string } }[];
  understood: { needs: string[]; suggestedNeeds: string[] };
}

/** undefined: no answer could be had; the search box then offers what it knows by itself. */
export async function askSearch(
  q: string,
  locale: Locale,
  signal: AbortSignal,
): Promise<SearchAnswer | undefined> {
  const query = new URLSearchParams({ q, lang: locale });
  try {
    const response = await fetch(`/api/search?${query}`, { signal });
    return response.ok ? ((await response.json()) as SearchAnswer) : undefined;
  } catch {
    return undefined;
  }
}
