/**
 * What a handout tells of a listing: each fact in English and, beside it, in the reader's language as
 * far as it exists there. A fact that is English alone says so in that language.
 */
import { hasNoContact } from '../../directory/contact.ts';
import type { Lists } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { formatSession } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator, type Translator } from '../../i18n/translator.ts';
import { freshnessWords } from '../listing/freshness-words.ts';
import { labelsOf } from '../listing/labels.ts';

export interface HandoutFact {
  /** A short one may share its line. */
  isShort: boolean;
  label: Bilingual;
  en: string[];
  /**
   * `same`: names and numbers that need no other language. `english`: there is nothing in the other
   * language, and the label says so. Empty: the handout is in English alone.
   */
  beside: string[] | 'same' | 'english';
}

/** `beside` is empty where the handout is in English alone. */
export interface Bilingual {
  en: string;
  beside: string;
}

interface HandoutContext {
  listing: PublicListing;
  lists: Lists;
  today: string;
}

/** Words of one fact in one language; `isEnglish`: some of it exists in English alone. */
interface Words {
  lines: (string | undefined)[];
  isEnglish?: boolean | undefined;
}

type WordsIn = (locale: Locale, t: Translator) => Words;

const MOST_TO_TYPE = 50;

/** Facts in the order in which people use them; those that nobody knows are left out. */
export function toHandoutFacts(context: HandoutContext, beside: Locale): HandoutFact[] {
  const { listing } = context;
  const facts: (HandoutFact | undefined)[] = [
    translatedFact('listing:whatYouGet', beside, (locale) => whatYouGet(context, locale)),
    translatedFact('listing:howToStart', beside, (locale, t) => howToStart(context, locale, t)),
    untranslatedFact('listing:phone', beside, listing.phone, listing.phoneNote),
    untranslatedFact(
      'handout:online',
      beside,
      listing.email,
      listing.website && shortWebsite(listing.website),
    ),
    where(listing, beside),
    translatedFact('listing:when', beside, (locale) => when(listing, locale)),
    translatedFact('listing:cost', beside, (locale) => ({
      lines: labelsOf(context.lists.costs, [listing.cost], locale),
    })),
    translatedFact('listing:languages', beside, (locale) => ({
      lines: [labelsOf(context.lists.languages, listing.languages, locale).join(', ')],
    })),
    translatedFact('listing:freshness', beside, (locale, t) => ({
      lines: [freshnessWords(listing, context.today, locale, t)],
    })),
  ];
  return facts.filter((fact) => fact !== undefined);
}

type Key =
  | 'handout:online'
  | `listing:${'whatYouGet' | 'howToStart' | 'phone' | 'where'}`
  | `listing:${'when' | 'cost' | 'languages' | 'freshness'}`;

function nameFact(key: Key, beside: Locale): Pick<HandoutFact, 'label' | 'isShort'> {
  const label = {
    en: createTranslator('en')(key),
    beside: beside === 'en' ? '' : createTranslator(beside)(key),
  };
  return { label, isShort: key === 'listing:cost' || key === 'listing:languages' };
}

function translatedFact(key: Key, beside: Locale, wordsIn: WordsIn): HandoutFact | undefined {
  const en = nonEmpty(wordsIn('en', createTranslator('en')).lines);
  if (en.length === 0) return undefined;
  const named = nameFact(key, beside);
  if (beside === 'en') return { ...named, en, beside: [] };
  const t = createTranslator(beside);
  const { lines, isEnglish } = wordsIn(beside, t);
  const other = nonEmpty(lines);
  if (!isEnglish) return { ...named, en, beside: other };
  const mark = t('handout:inEnglish');
  const last = other.pop();
  if (last !== undefined) return { ...named, en, beside: [...other, `${last} ${mark}`] };
  const label = { ...named.label, beside: `${named.label.beside} ${mark}` };
  return { ...named, label, en, beside: 'english' };
}

function untranslatedFact(key: Key, beside: Locale, ...lines: (string | undefined)[]) {
  const en = nonEmpty(lines);
  return en.length === 0 ? undefined : { ...nameFact(key, beside), en, beside: 'same' as const };
}

function where(listing: PublicListing, beside: Locale): HandoutFact | undefined {
  return listing.confidentialAddress
    ? translatedFact('listing:where', beside, (_locale, t) => ({
        lines: [t('listing:confidentialAddress')],
      }))
    : untranslatedFact('listing:where', beside, listing.address, listing.postcode);
}

// Listings are described in English, needs in every language: those at least say what it is about.
function whatYouGet({ listing, lists }: HandoutContext, locale: Locale): Words {
  const words = ownWords(listing, 'summary', locale);
  const needs = labelsOf(lists.needs, listing.needs, locale).join(', ');
  return words.isEnglish ? { ...words, lines: [needs] } : words;
}

function howToStart({ listing, lists }: HandoutContext, locale: Locale, t: Translator): Words {
  const { lines, isEnglish } = ownWords(listing, 'firstStep', locale);
  if (nonEmpty(lines).length > 0) return { lines };
  const ways = labelsOf(lists.access, listing.access, locale).join(', ');
  if (ways || isEnglish) return { lines: [ways], isEnglish };
  return {
    lines: [hasNoContact(listing) ? t('listing:askPrescriberToStart') : t('listing:askToStart')],
  };
}

// What happens in a session is as the editor wrote it.
function when({ hours, sessions }: PublicListing, locale: Locale): Words {
  const lines = sessions.map((session) => {
    const words = formatSession(session, locale);
    const more = [session.what, session.where].filter(Boolean).join(', ');
    return locale === 'en' && more ? `${words} (${more})` : words;
  });
  if (locale === 'en') return { lines: [hours, ...lines] };
  return {
    lines,
    isEnglish: hours !== undefined || sessions.some(({ what, where }) => what ?? where),
  };
}

function ownWords(listing: PublicListing, field: 'summary' | 'firstStep', locale: Locale): Words {
  if (locale === 'en') return { lines: [listing[field]] };
  const translation = listing.translations[locale]?.[field];
  return { lines: [translation], isEnglish: !translation && listing[field] !== undefined };
}

function nonEmpty(lines: (string | undefined)[]): string[] {
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

// As people type it; what is too long to type is a tap away on the list.
function shortWebsite(website: string): string {
  const name = website.replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return name.length <= MOST_TO_TYPE ? name : new URL(website).hostname.replace(/^www\./, '');
}
