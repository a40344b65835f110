import { beginsLike } from '../../i18n/begins-like.ts';
import type { SuggestionAnswer } from '../../search/browser.ts';

/**
 * What the search box offers while someone types. Needs match at once, from the labels in the page,
 * so that something helpful shows on a slow line; the server adds what it understood and names.
 */

/** Labels of the needs in the page's language, by slug. */
export type NeedLabels = Record<string, string>;

/** need: fills the box and searches for it. listing: opens its page. */
export type Suggestion =
  | { kind: 'need'; text: string }
  | { kind: 'listing'; text: string; href: string };

const MOST_NEEDS = 3;
const MOST_LISTINGS = 5;

export const mostSuggestions = MOST_NEEDS + MOST_LISTINGS;

/**
 * Needs first, then organisations by name. `answer`: what the server said about exactly these words;
 * left out while it is on its way. What showed without it keeps its place, under a finger or an arrow.
 */
export function toSuggestions(
  typed: string,
  needs: NeedLabels,
  answer?: SuggestionAnswer,
): Suggestion[] {
  if (!isWorthAsking(typed)) return [];
  const begun = Object.keys(needs).filter((slug) => beginsLike(needs[slug] ?? '', typed));
  const needSuggestions = [...new Set([...begun, ...(answer?.needs ?? [])])]
    .flatMap((slug): Suggestion[] => {
      const text = needs[slug];
      return text ? [{ kind: 'need', text }] : [];
    })
    .slice(0, MOST_NEEDS);
  const listings = (answer?.listings ?? [])
    .slice(0, MOST_LISTINGS)
    .map(({ name, url }): Suggestion => ({ kind: 'listing', text: name, href: url }));
  return [...needSuggestions, ...listings];
}

/** Two letters or more: one letter suggests nearly everything. */
export function isWorthAsking(typed: string): boolean {
  return [...typed.trim()].length >= 2;
}

/** The choice after an arrow key; undefined: none, the words as typed. Wraps through that. */
export function moveChoice(
  chosen: number | undefined,
  key: 'ArrowDown' | 'ArrowUp',
  count: number,
): number | undefined {
  const positions = count + 1;
  const from = chosen === undefined ? 0 : chosen + 1;
  const to = (from + (key === 'ArrowDown' ? 1 : positions - 1)) % positions;
  return to === 0 ? undefined : to - 1;
}

/** The choice once the answer has come: the same suggestion, if it still stands where it was chosen. */
export function keepChoice(
  chosen: number | undefined,
  before: readonly Suggestion[],
  after: readonly Suggestion[],
): number | undefined {
  if (chosen === undefined) return undefined;
  return before[chosen]?.text === after[chosen]?.text ? chosen : undefined;
}
