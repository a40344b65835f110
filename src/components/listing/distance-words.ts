import type { Translator } from '../../i18n/translator.ts';

const METRES_IN_A_MILE = 1609.344;

/** '0.4 miles away'. Postcode centres are a few doors out, so nothing finer than a tenth of a mile. */
export function distanceWords(metres: number, t: Translator): string {
  const miles = metres / METRES_IN_A_MILE;
  if (miles < 0.1) return t('listing:veryNear');
  return t('listing:milesAway', { miles: miles < 10 ? miles.toFixed(1) : miles.toFixed(0) });
}
