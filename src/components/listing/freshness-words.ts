import { type CheckedFact, toCheckedFacts } from '../../directory/checkable.ts';
import { toFactFreshness, toFreshness } from '../../directory/freshness.ts';
import type { Check } from '../../directory/listing.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { formatMonth } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { joinWords } from '../../i18n/word-lists.ts';
import { checkedFactWords, factWords } from './checked-facts.ts';
import { isWayToAsk } from './fact-freshness-words.ts';

/** How far a listing can be relied on, in one sentence or two; `today`: ISO date. */
export function freshnessWords(
  listing: PublicListing,
  today: string,
  locale: Locale,
  t: Translator,
): string {
  return checkWords(listing, today, locale, t) ?? notCheckedWords(listing, t);
}

/** How a page that tells of each fact begins: what its newest check was of, or that there is none. */
export function newestCheckWords(
  listing: PublicListing,
  today: string,
  locale: Locale,
  t: Translator,
): string {
  const newest = toFreshness(listing.checks, today);
  return newest.state === 'never-checked'
    ? notCheckedWords(listing, t)
    : newestWords(newest, locale, t);
}

/**
 * What is known of its newest check, and what is so old that one asks first. undefined: nobody has checked it, which a
 * list says once (notCheckedNote).
 */
export function checkWords(
  listing: PublicListing,
  today: string,
  locale: Locale,
  t: Translator,
): string | undefined {
  const newest = toFreshness(listing.checks, today);
  if (newest.state === 'never-checked') return undefined;
  const words = newestWords(newest, locale, t);
  if (listing.isUrgentHelp) return words;
  const old = findOldFacts(listing, today);
  if (old.length > 0 && (listing.phone || listing.email || listing.website)) {
    const facts = joinWords(factWords(old, t), 'all', locale);
    const about = listing.phone
      ? t('listing:ringAbout', { facts })
      : t('listing:askAbout', { facts });
    return `${words} ${about}`;
  }
  return newest.state === 'checked' ? words : `${words} ${t('listing:mayHaveChanged')}`;
}

/**
 * What stands above a list of cards; undefined: somebody has checked each of them. `bestFirst`: the list answers
 * somebody, so that whoever is in danger reads first of help in danger.
 */
export function notCheckedNote(
  listings: readonly PublicListing[],
  today: string,
  t: Translator,
  { bestFirst = false } = {},
): string | undefined {
  const isUnchecked = ({ checks }: PublicListing) =>
    toFreshness(checks, today).state === 'never-checked';
  if (!listings.some(isUnchecked)) return undefined;
  if (!listings.every(isUnchecked)) return t('listing:notCheckedSome');
  // Nobody in danger is asked to make sure first.
  const isForDanger = bestFirst
    ? listings[0]?.isUrgentHelp
    : listings.every(({ isUrgentHelp }) => isUrgentHelp);
  return isForDanger ? t('listing:notCheckedUrgentList') : t('listing:notCheckedList');
}

function notCheckedWords(listing: PublicListing, t: Translator): string {
  if (listing.isUrgentHelp) return t('listing:notCheckedUrgent');
  if (listing.phone) return t('listing:notCheckedRing');
  return listing.email || listing.website ? t('listing:notCheckedAsk') : t('listing:notChecked');
}

// Whoever doubts a number cannot ring it to make sure.
function findOldFacts({ checks }: PublicListing, today: string): CheckedFact[] {
  return toCheckedFacts(checks.flatMap(({ facts }) => facts)).filter(
    (fact) => !isWayToAsk(fact) && toFactFreshness(checks, fact, today).state === 'old',
  );
}

function newestWords(newest: Check, locale: Locale, t: Translator): string {
  const facts = joinWords(checkedFactWords(newest.facts, t), 'all', locale);
  return checkedWords(newest.method, formatMonth(newest.date, locale), facts, t);
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
