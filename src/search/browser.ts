import type { Locale } from '../i18n/locale.ts';

/**
 * The browser's door into search: asks our own server, nothing else, and keeps nothing.
 * What is typed leaves the page only as this request; neither side logs it. The other door is
 * crisis/browser.ts: one file for both would send each page what only the other uses.
 */

/** GET /api/suggestions. */
export interface SuggestionAnswer {
  situations: { title: string; url: string }[];
  /** `otherName`: the one that the words began. */
  listings: { name: string; url: string; otherName?: string | undefined }[];
  /** Needs that the words may mean, likeliest first; whether the words say more than the need. */
  needs: { slug: string; saysMore: boolean }[];
}

/** undefined: no answer could be had; the search box then offers what it knows by itself. */
export async function askSuggestions(
  q: string,
  locale: Locale,
  signal: AbortSignal,
): Promise<SuggestionAnswer | undefined> {
  const query = new URLSearchParams({ q, lang: locale });
  try {
    const response = await fetch(`/api/suggestions?${query}`, { signal });
    return response.ok ? ((await response.json()) as SuggestionAnswer) : undefined;
  } catch {
    return undefined;
  }
}
