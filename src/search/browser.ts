import type { Locale } from '../i18n/locale.ts';
import type { CrisisWords, createCrisisFinder } from './crisis/crisis-words.ts';

/**
 * The browser's only door into search: asks our own server, nothing else, and keeps nothing.
 * What is typed leaves the page only as this request; neither side logs it.
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

/**
 * Fetches the words of danger and gives a look-out for them: what is looked at stays in the browser.
 * undefined: they could not be had; the server looks when the form is sent.
 */
export async function loadCrisisFinder(): Promise<
  ReturnType<typeof createCrisisFinder> | undefined
> {
  try {
    // Not before it is needed: most who open the form never write in such a box.
    const [crisis, response] = await Promise.all([
      import('./crisis/crisis-words.ts'),
      fetch('/crisis-words.json'),
    ]);
    if (!response.ok) return undefined;
    return crisis.createCrisisFinder((await response.json()) as CrisisWords);
  } catch {
    return undefined;
  }
}
