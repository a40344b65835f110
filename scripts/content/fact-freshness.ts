import type { CheckedFact } from '../../src/directory/checkable.ts';
import { toFactFreshness } from '../../src/directory/freshness.ts';
import type { PublicListing } from '../../src/directory/public-listing.ts';
import { formatMonth } from '../../src/i18n/dates.ts';

/** When a fact was last checked, for an editor: 'checked November 2026'; undefined: nothing of the listing ever was. */
export function factFreshnessOf(
  listing: PublicListing,
  fact: CheckedFact,
  today: string,
): string | undefined {
  if (listing.checks.length === 0) return undefined;
  const freshness = toFactFreshness(listing.checks, fact, today);
  return freshness.state === 'never-checked'
    ? 'never checked'
    : `checked ${formatMonth(freshness.date, 'en')}`;
}
