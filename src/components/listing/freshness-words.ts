import { toFreshness } from '../../directory/freshness.ts';
import type { Check } from '../../directory/listing.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { formatMonth } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { joinWords } from '../../i18n/word-lists.ts';
import { checkedFactWords } from './checked-facts.ts';

/** How far a listing can be relied on, in one sentence; `today`: ISO date. */
export function freshnessWords(
  listing: PublicListing,
  today: string,
  locale: Locale,
  t: Translator,
): string {
  const words = checkWords(listing, today, locale, t);
  if (words) return words;
  if (listing.phone) return t('listing:notCheckedRing');
  if (listing.email || listing.website) return t('listing:notCheckedAsk');
  return t('listing:notChecked');
}

/** What is known of its newest check, and of which facts it was. undefined: nobody has checked it, which a list says once (notCheckedNote). */
export function checkWords(
  { checks }: PublicListing,
  today: string,
  locale: Locale,
  t: Translator,
): string | undefined {
  const freshness = toFreshness(checks, today);
  if (freshness.state === 'never-checked') return undefined;
  const facts = joinWords(checkedFactWords(freshness.facts, t), 'all', locale);
  const words = checkedWords(freshness.method, formatMonth(freshness.date, locale), facts, t);
  if (freshness.state === 'ageing') return `${words} ${t('listing:mayHaveChanged')}`;
  return freshness.state === 'old' ? `${words} ${t('listing:longAgo')}` : words;
}

/** What stands above a list of cards; undefined: somebody has checked each of them. */
export function notCheckedNote(
  listings: readonly PublicListing[],
  today: string,
  t: Translator,
): string | undefined {
  const isUnchecked = ({ checks }: PublicListing) =>
    toFreshness(checks, today).state === 'never-checked';
  if (!listings.some(isUnchecked)) return undefined;
  return listings.every(isUnchecked) ? t('listing:notCheckedList') : t('listing:notCheckedSome');
}

function checkedWords(method: Check['method'], date: string, facts: string, t: Translator): string {
  switch (method) {
    case 'phone':
      return t('listing:checkedByPhone', { date, facts });
    case 'visit':
      return t('listing:checkedOnVisit', { date, facts });
    case 'website':
      return t('listing:checkedOnWebsite', { date, facts });
    case 'email':
      return t('listing:checkedByEmail', { date, facts });
    case 'self-confirmed':
      return t('listing:confirmedByThem', { date, facts });
  }
}
