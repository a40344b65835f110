import type { Locale } from './locale.ts';
import { toDigits } from './numbers.ts';
import { createTranslator } from './translator.ts';

const METRES_IN_A_MILE = 1609.344;

/** '0.4 miles away'. Postcode centres are a few doors out, so nothing finer than a tenth of a mile. */
export function formatDistance(metres: number, locale: Locale): string {
  const t = createTranslator(locale);
  const miles = metres / METRES_IN_A_MILE;
  if (miles < 0.1) return t('listing:veryNear');
  return t('listing:milesAway', { miles: toDigits(miles.toFixed(miles < 10 ? 1 : 0), locale) });
}
