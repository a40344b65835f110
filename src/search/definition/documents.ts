import { toWeakness } from '../../directory/freshness.ts';
import type { Session } from '../../directory/listing.ts';
import type { Label, ListItem, Lists } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { servesWidely } from '../../directory/reach.ts';
import { locales, translatedLocales } from '../../i18n/locale.ts';
import type { FacetName } from '../port.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import {
  inTranslationFields,
  type TranslationField,
  translationField,
} from './translation-fields.ts';

/**
 * What an index may hold of a listing: only what its page shows anyway, field by field. Notes, sources
 * and a confidential address are not in PublicListing, so they cannot get here.
 */
export interface SearchDocument extends Record<TranslationField, string[]> {
  id: string;
  name: string;
  otherNames: string[];
  summary: string;
  description: string;
  /** Labels of its needs in the site's languages. */
  needLabels: string[];
  /** Who it is for, in the site's languages. */
  who: string[];
  /** Street, postcode, district, ward, neighbourhood. */
  place: string[];
  /** Name of the organisation it belongs to. */
  partOf: string[];
  facets: Record<FacetName, string[]>;
  /** Kinds of help, the main one first. */
  offers: string[];
  /** Open to the whole borough or beyond; false: not said, or for one part of it. */
  isWide: boolean;
  /** 0: phone, 1: e-mail, 2: a door, 3: website, 4: none of these. */
  contact: number;
  sessions: Session[];
  position: { latitude: number; longitude: number } | undefined;
  /** 0: what people act on was checked within six months … 3: never. Urgent help does not age. */
  freshness: number;
  /** Compares as the name sorts, the same in every engine. */
  nameKey: string;
}

/**
 * Listings that search may find: paused and closed ones keep their page but are not offered. `today`: ISO
 * date. `borough`: its English name, as areaServed has it.
 */
export function toSearchDocuments(
  listings: readonly PublicListing[],
  lists: Lists,
  day: { today: string; borough: string },
): SearchDocument[] {
  const labels = toLabels(listings, lists);
  return listings
    .filter((listing) => listing.status === 'open')
    .map((listing) => toSearchDocument(listing, labels, day));
}

/** What slugs are called, by what they are slugs of. */
interface Labels {
  need: ReadonlyMap<string, Label>;
  who: ReadonlyMap<string, Label>;
  area: ReadonlyMap<string, Label>;
  language: ReadonlyMap<string, Label>;
  listing: ReadonlyMap<string, string>;
}

function toLabels(listings: readonly PublicListing[], lists: Lists): Labels {
  return {
    need: labelsBySlug(lists.needs),
    who: labelsBySlug(lists.audiences),
    area: labelsBySlug(lists.areas),
    language: labelsBySlug(lists.languages),
    listing: new Map(listings.map((listing) => [listing.slug, listing.name])),
  };
}

function toSearchDocument(
  listing: PublicListing,
  labels: Labels,
  { today, borough }: { today: string; borough: string },
): SearchDocument {
  return {
    id: listing.slug,
    name: listing.name,
    otherNames: listing.otherNames,
    summary: listing.summary,
    description: present([listing.description, listing.firstStep]).join(' '),
    needLabels: listing.needs.flatMap((need) => inEveryLanguage(labels.need.get(need))),
    who: toWho(listing, labels),
    place: toPlace(listing, labels),
    partOf: present([listing.partOf && labels.listing.get(listing.partOf)]),
    ...inTranslationFields((locale) => present(Object.values(listing.translations[locale] ?? {}))),
    facets: toFacets(listing),
    offers: listing.offers,
    isWide: servesWidely(listing.areaServed, borough),
    contact: toContact(listing),
    sessions: listing.sessions,
    position: listing.position,
    freshness: listing.isUrgentHelp ? 0 : toWeakness(listing, today),
    nameKey: toNameKey(listing.name),
  };
}

function toWho({ audiences, languages }: PublicListing, labels: Labels): string[] {
  return [
    ...audiences
      .filter((who) => who !== 'everyone')
      .flatMap((who) => inEveryLanguage(labels.who.get(who))),
    // English is spoken everywhere, so the word says nothing.
    ...languages
      .filter((language) => language !== 'en')
      .flatMap((language) => inEveryLanguage(labels.language.get(language))),
  ];
}

function toPlace(listing: PublicListing, labels: Labels): string[] {
  return present([
    listing.address,
    listing.postcode,
    listing.postcode?.split(' ')[0],
    listing.ward,
    listing.areaServed,
    ...inEveryLanguage(listing.area ? labels.area.get(listing.area) : undefined),
  ]);
}

function toFacets(listing: PublicListing): SearchDocument['facets'] {
  return {
    need: listing.needs,
    who: listing.audiences,
    cost: [listing.cost],
    language: listing.languages,
    area: listing.area ? [listing.area] : [],
    way: listing.access,
    day: [...new Set(listing.sessions.flatMap(({ days }) => days))],
  };
}

function toContact({ phone, email, address, website }: PublicListing): number {
  const rank = [phone, email, address, website].findIndex(Boolean);
  return rank < 0 ? 4 : rank;
}

/** A key to sort by, not words: 'The Geezers Club' sorts as its page title reads in the A to Z: by its letters, case aside. */
function toNameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '');
}

function labelsBySlug(items: readonly Pick<ListItem, 'slug' | 'label'>[]): Map<string, Label> {
  return new Map(items.map((item) => [item.slug, item.label]));
}

function inEveryLanguage(label: Label | undefined): string[] {
  return label ? locales.map((locale) => label[locale]) : [];
}

function present(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}

/** All of a document's texts that can be searched. */
function textsOf({ name, summary, description, ...lists }: SearchDocument): string[] {
  return [
    name,
    summary,
    description,
    ...lists.otherNames,
    ...lists.needLabels,
    ...lists.who,
    ...lists.place,
    ...lists.partOf,
    ...translatedLocales.flatMap((locale) => lists[translationField(locale)]),
  ];
}

/** In how many documents each word stands. */
export function countDocumentWords(
  documents: readonly SearchDocument[],
  tokeniser: Tokeniser,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const word of new Set(textsOf(document).flatMap((text) => tokeniser.words(text)))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
