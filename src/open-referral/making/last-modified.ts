import type { PublicListing } from '../../directory/public-listing.ts';
import { findUnnoted, type History, hasUnnotedWords } from '../../directory/reading/histories.ts';

/**
 * When a listing changed, as far as anybody noted it. Histories have days and begin on one: what changed
 * before is not known, and the year of the newest source stands for it.
 */

/**
 * The newest day on which it was new, changed or was checked; undefined: none was noted. What nobody has
 * noted yet is of today. `begun`: the first day of which histories tell; undefined: of none.
 */
export function findModifiedDay(
  listing: PublicListing,
  history: History | undefined,
  { today, begun }: { today: string; begun: string | undefined },
): string | undefined {
  if (isUnnoted(listing, history, begun)) return today;
  const dated = [...listing.checks, ...(history?.changes ?? [])].map(({ date }) => date);
  return [...dated, history?.since, history?.words?.changed]
    .filter((day) => day !== undefined)
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
}

/** As the feed tells it: a moment with a zone. undefined: nothing is known. */
export function toLastModified(
  day: string | undefined,
  collected: number | undefined,
): string | undefined {
  const known = day ?? (collected === undefined ? undefined : `${collected}-01-01`);
  return known && `${known}T00:00:00Z`;
}

function isUnnoted(
  listing: PublicListing,
  history: History | undefined,
  begun: string | undefined,
): boolean {
  if (!history) return begun !== undefined;
  return findUnnoted(listing, history).length > 0 || hasUnnotedWords(listing, history);
}
