import type { PublicListing } from '../../directory/public-listing.ts';
import type { History } from '../../directory/reading/histories.ts';

/**
 * When a listing changed, as far as anybody noted it. Histories have days and begin on one: what changed
 * before is not known, and the year of the newest source stands for it.
 */

/** The newest day on which it was new, or a fact of it changed or was checked; undefined: none was noted. */
export function findModifiedDay(
  { checks }: Pick<PublicListing, 'checks'>,
  history: History | undefined,
  today: string,
): string | undefined {
  const dated = [...checks, ...(history?.changes ?? [])].map(({ date }) => date);
  const days = history?.since ? [...dated, history.since] : dated;
  return days
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
