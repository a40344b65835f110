import type { SearchAnswer } from '../../search/browser.ts';

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
 * Needs first, then organisations whose name matched. `answer`: what the server said about exactly
 * these words; left out while it is on its way.
 */
export function toSuggestions(
  typed: string,
  needs: NeedLabels,
  answer?: SearchAnswer,
): Suggestion[] {
  if (!isWorthAsking(typed)) return [];
  const understood = [
    ...(answer?.understood.needs ?? []),
    ...Object.keys(needs).filter((slug) => startsLike(needs[slug] ?? '', typed)),
    ...(answer?.understood.suggestedNeeds ?? []),
  ];
  const needSuggestions = [...new Set(understood)]
    .flatMap((slug): Suggestion[] => {
      const text = needs[slug];
      return text ? [{ kind: 'need', text }] : [];
    })
    .slice(0, MOST_NEEDS);
  const listings = (answer?.hits ?? [])
    .filter((hit) => hit.why.by === 'name')
    .slice(0, MOST_LISTINGS)
    .map((hit): Suggestion => ({ kind: 'listing', text: hit.name, href: hit.url }));
  return [...needSuggestions, ...listings];
}

/** Two letters or more: one letter suggests nearly everything. */
export function isWorthAsking(typed: string): boolean {
  return [...typed.trim()].length >= 2;
}

/** Every word typed begins a word of the label, case and accents aside. */
export function startsLike(label: string, typed: string): boolean {
  const labelWords = toWords(label);
  const typedWords = toWords(typed);
  return (
    typedWords.length > 0 &&
    typedWords.every((word) => labelWords.some((labelWord) => labelWord.startsWith(word)))
  );
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

// Latin accents go, Bengali vowel signs stay: without them other words would match.
function toWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Script=Inherited}|[\u200c\u200d]/gu, '');
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
