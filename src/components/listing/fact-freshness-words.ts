import type { CheckedFact } from '../../directory/checkable.ts';
import { type Freshness, toFactFreshness } from '../../directory/freshness.ts';
import type { Check } from '../../directory/listing.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { formatMonth } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';

/**
 * How far one fact of a checked listing can be relied on, for beside it; undefined: nobody has checked the listing
 * at all, which its page says once. Urgent help is never said to need a call first.
 */
export function factFreshnessWords(
  listing: PublicListing,
  fact: CheckedFact,
  { today, locale, t }: { today: string; locale: Locale; t: Translator },
): string | undefined {
  if (listing.checks.length === 0) return undefined;
  const freshness = toFactFreshness(listing.checks, fact, today);
  if (freshness.state === 'never-checked') return t('listing:notChecked');
  const words = factCheckedWords(freshness.method, formatMonth(freshness.date, locale), t);
  const advice = listing.isUrgentHelp ? undefined : adviceFor(freshness.state, fact, listing, t);
  return advice ? `${words} ${advice}` : words;
}

function adviceFor(
  state: Freshness['state'],
  fact: CheckedFact,
  { phone, email, website }: PublicListing,
  t: Translator,
): string | undefined {
  if (state === 'ageing') return t('listing:mayHaveChanged');
  if (state !== 'old') return undefined;
  // Whoever doubts a number cannot ring it to make sure.
  if (isWayToAsk(fact)) return t('listing:longAgoChanged');
  if (phone) return t('listing:longAgoRing');
  return email || website ? t('listing:longAgo') : t('listing:longAgoChanged');
}

/** Phone, e-mail and website: by these people ask about all else. */
export function isWayToAsk(fact: CheckedFact): boolean {
  return fact === 'phone' || fact === 'email' || fact === 'website';
}

function factCheckedWords(method: Check['method'], date: string, t: Translator): string {
  switch (method) {
    case 'phone':
      return t('listing:factCheckedByPhone', { date });
    case 'visit':
      return t('listing:factCheckedOnVisit', { date });
    case 'website':
      return t('listing:factCheckedOnWebsite', { date });
    case 'email':
      return t('listing:factCheckedByEmail', { date });
    case 'self-confirmed':
      return t('listing:factConfirmedByThem', { date });
  }
}
