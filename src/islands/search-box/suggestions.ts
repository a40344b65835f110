import { beginsLike } from '../../i18n/begins-like.ts';
import type { SuggestionAnswer } from '../../search/browser.ts';

/**
 * What the search box offers while someone types. The server knows; where it is slow, needs match from
 * the labels in the page, so that something helpful shows.
 */

/** Labels of the needs in the page's language, by slug. */
export type NeedLabels = Record<string, string>;

/** situation, listing: a page to go to. need: a search for it, for these words too if they say more. */
export type Suggestion =
  | { kind: 'situation'; text: string; href: string }
  | { kind: 'listing'; text: string; href: string }
  | { kind: 'need'; text: string; need: string; words: string };

const MOST = { situation: 3, listing: 4, need: 2 };

export const mostSuggestions = MOST.situation + MOST.listing + MOST.need;

/** Those of the needs that the page itself knows of: until the answer comes, or if none does. */
export function suggestNeeds(typed: string, needs: NeedLabels): Suggestion[] {
  if (!isWorthAsking(typed)) return [];
  return Object.keys(needs)
    .filter((slug) => beginsLike(needs[slug] ?? '', typed))
    .map((slug) => toNeed(slug, '', needs))
    .slice(0, MOST.need);
}

/**
 * Situations, then services, then needs. `answer`: what the server said about exactly these words.
 * `shown`: what already shows for them keeps its place, under a finger or an arrow; the rest follows.
 */
export function toSuggestions(
  typed: string,
  needs: NeedLabels,
  answer: SuggestionAnswer,
  shown: readonly Suggestion[] = [],
): Suggestion[] {
  if (!isWorthAsking(typed)) return [];
  const all: Suggestion[] = [
    ...answer.situations
      .slice(0, MOST.situation)
      .map(({ title, url }) => ({ kind: 'situation' as const, text: title, href: url })),
    ...answer.listings.slice(0, MOST.listing).map(({ name, otherName, url }) => ({
      kind: 'listing' as const,
      text: otherName ? `${name} (${otherName})` : name,
      href: url,
    })),
    ...toNeeds(typed, needs, answer),
  ];
  const isNew = ({ kind, text }: Suggestion) =>
    !shown.some((other) => other.kind === kind && other.text === text);
  return [...shown, ...all.filter(isNew)];
}

function toNeeds(typed: string, needs: NeedLabels, answer: SuggestionAnswer): Suggestion[] {
  const byLabel = suggestNeeds(typed, needs);
  const understood = answer.needs
    .filter(({ slug }) => needs[slug])
    .map(({ slug, saysMore }) => toNeed(slug, saysMore ? typed.trim() : '', needs))
    .filter(({ text }) => !byLabel.some((other) => other.text === text));
  return [...byLabel, ...understood].slice(0, MOST.need);
}

function toNeed(need: string, words: string, needs: NeedLabels): Suggestion {
  return { kind: 'need', text: needs[need] ?? need, need, words };
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
