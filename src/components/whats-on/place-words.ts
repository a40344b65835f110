import type { Session } from '../../directory/listing.ts';
import type { ListItem } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Locale } from '../../i18n/locale.ts';
import { labelOf } from '../listing/labels.ts';

/** Where a session is, as exactly as we know; `isEnglish`: as an editor wrote it. */
export function placeOf(
  { address, postcode, area }: Pick<PublicListing, 'address' | 'postcode' | 'area'>,
  session: Pick<Session, 'where'>,
  areas: readonly ListItem[],
  locale: Locale,
): { text: string; isEnglish: boolean } | undefined {
  if (session.where) return { text: session.where, isEnglish: true };
  if (address) return { text: [address, postcode].filter(Boolean).join(', '), isEnglish: true };
  if (area) {
    const text = [labelOf(areas, area, locale), postcode].filter(Boolean).join(', ');
    return { text, isEnglish: false };
  }
  return postcode ? { text: postcode, isEnglish: false } : undefined;
}
