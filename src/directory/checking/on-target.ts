import { addDays } from '../../i18n/london-calendar.ts';
import { DAYS_FOR_FIRST, DAYS_FOR_OTHERS, toTarget } from './due.ts';
import { type SentTo, toImportances } from './importance.ts';

/** How many of a number of listings were checked within their target. */
export interface OnTarget {
  all: number;
  checked: number;
}

/**
 * How far the targets are reached on a day: of whom somebody is sent to first, within 90 days; of all, within 180.
 * Closed listings do not count.
 */
export function countOnTarget(
  content: SentTo,
  today: string,
): { first: OnTarget; everything: OnTarget } {
  const importances = toImportances(content);
  const listings = content.listings
    .filter(({ status }) => status !== 'closed')
    .map((listing) => {
      const { firstFor = [] } = importances.get(listing.slug) ?? {};
      return { isFirst: firstFor.length > 0, checkedOn: toTarget(listing, { firstFor }).checkedOn };
    });
  const within = (some: typeof listings, days: number): OnTarget => ({
    all: some.length,
    checked: some.filter(({ checkedOn }) => checkedOn && addDays(checkedOn, days) >= today).length,
  });
  return {
    first: within(
      listings.filter(({ isFirst }) => isFirst),
      DAYS_FOR_FIRST,
    ),
    everything: within(listings, DAYS_FOR_OTHERS),
  };
}
