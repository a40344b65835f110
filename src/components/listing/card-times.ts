import type { PublicListing } from '../../directory/public-listing.ts';
import type { Translator } from '../../i18n/translator.ts';

const LONGEST = 100;

/**
 * When to go or ring, as a card can bear it; `isEnglish`: as an editor wrote it. undefined: no times are
 * known, and no phone to ask by.
 */
export function cardTimes(
  { hours, sessions, phone }: Pick<PublicListing, 'hours' | 'sessions' | 'phone'>,
  t: Translator,
): { text: string; isEnglish: boolean } | undefined {
  if (hours && hours.length <= LONGEST) return { text: hours, isEnglish: true };
  if (hours || sessions.length > 0) return { text: t('listing:timesOnPage'), isEnglish: false };
  return phone ? { text: t('listing:ringForTimes'), isEnglish: false } : undefined;
}
