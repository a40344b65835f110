import { mendWord } from '../directory/mend-word.ts';
import { type Locale, localisePath } from '../i18n/locale.ts';
import { type Shortlist, shortlistLimit } from './shortlist.ts';

/** `items=a.b.c&made=2026-11-22`: a dot is in no slug, and is never escaped in an address. */
const BETWEEN = '.';
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;
// Longer than any address of ours: what follows is not read.
const MOST_CHARACTERS = 4000;
// In place of a day. An address that lacks both was cut: its end may be missing.
const BEGINS_TODAY = 'new';
const NOT_KNOWN = 'unknown';

export interface ParsedShortlist {
  shortlist: Shortlist;
  /** Something in the address was no slug, or there were more than `shortlistLimit`: the page says so. */
  wasCut: boolean;
  /** The address begins a list. */
  isNew: boolean;
}

/** Takes any address: what it cannot read is left out and told. `today`: ISO date. */
export function parseShortlist(params: URLSearchParams, today: string): ParsedShortlist {
  const items = params.get('items') ?? '';
  const found = items
    .slice(0, MOST_CHARACTERS)
    .split(BETWEEN)
    .map((item) => mendWord(item).toLowerCase())
    .filter((item) => item !== '');
  const slugs = [...new Set(found.filter((item) => SLUG.test(item)))];
  const day = mendWord(params.get('made') ?? '');
  const isNew = day.toLowerCase() === BEGINS_TODAY;
  return {
    shortlist: {
      slugs: slugs.slice(0, shortlistLimit),
      made: isNew ? today : parseDay(day, today),
    },
    wasCut:
      items.length > MOST_CHARACTERS ||
      found.some((item) => !SLUG.test(item)) ||
      slugs.length > shortlistLimit,
    isNew,
  };
}

/** '?items=…&made=…'; empty for an empty list. */
export function toShortlistQuery({ slugs, made }: Shortlist): string {
  return slugs.length === 0 ? '' : `?items=${slugs.join(BETWEEN)}&made=${toDayField(made)}`;
}

/** What stands in the field `made` of an address or a form. */
export function toDayField(made: string): string {
  return made || NOT_KNOWN;
}

/** What a search on behalf of a list carries, so that its results can be added to that list. */
export function toCarriedFields({ slugs, made }: Shortlist): [name: string, value: string][] {
  if (slugs.length === 0) return [];
  return [
    ['list', slugs.join(BETWEEN)],
    ['made', toDayField(made)],
  ];
}

/** The list that a search carries, if it does. */
export function parseCarried(params: URLSearchParams, today: string): Shortlist | undefined {
  const items = params.get('list');
  if (!items) return undefined;
  const found = new URLSearchParams({ items, made: params.get('made') ?? '' });
  const { shortlist } = parseShortlist(found, today);
  return shortlist.slugs.length > 0 ? shortlist : undefined;
}

/** An address of a search that carries the list on. */
export function carryShortlist(address: string, shortlist: Shortlist | undefined): string {
  if (!shortlist) return address;
  const carried = toCarriedFields(shortlist).map(([name, value]) => `${name}=${value}`);
  return `${address}${address.includes('?') ? '&' : '?'}${carried.join('&')}`;
}

/** The list's own page in a language; `page`: 'handout/' for a page below it. */
export function toShortlistAddress(locale: Locale, shortlist: Shortlist, page = ''): string {
  return localisePath(locale, `/shortlist/${page}`) + toShortlistQuery(shortlist);
}

/**
 * An address that begins a list with these listings: for pages that cannot know of one. It has no day: the
 * server gives it today's, and the tab's own list is added to (islands/shortlist/page/sync-with-address.ts).
 */
export function toNewShortlistAddress(locale: Locale, slugs: readonly string[]): string {
  return localisePath(locale, `/shortlist/?items=${slugs.join(BETWEEN)}&made=${BEGINS_TODAY}`);
}

// Letters that look like the digits they stand for are read as those; another day is never guessed.
function parseDay(text: string, today: string): string {
  const day = text.replace(/o/gi, '0').replace(/[il|]/gi, '1');
  return isDay(day) && day <= today ? day : '';
}

// From 2020 to 2099: short-address.ts counts the days from 2020.
function isDay(text: string): boolean {
  if (!/^20[2-9]\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
