import { shortHash } from '../directory/short-hash.ts';
import { type Locale, localisePath } from '../i18n/locale.ts';
import { type Shortlist, shortlistLimit } from './shortlist.ts';

/**
 * The address of a list as paper and text messages can bear it: /s/, two letters that check the rest, five
 * a listing, then three for the day. A letter is made of the slug alone, so a printed address means the
 * same for ever, and it names no listing to whoever sees it.
 */

// No i, l, o or u: read aloud or copied from paper they become 1, 0 and v.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LOOK_ALIKES: Record<string, string> = { o: '0', i: '1', l: '1', u: 'v' };
// In front: who loses the end of an address loses the day, and then the letters no longer agree.
const PER_CHECK = 2;
const PER_LISTING = 5;
const PER_DAY = 3;
// The last day that three letters can say.
const DAY_NOT_KNOWN = 32 ** PER_DAY - 1;
// The three letters reach to the year 2109.
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;

/** '/bn/s/4t7h2kmab3…'; for an empty list the list's own page. */
export function toShortAddress(locale: Locale, { slugs, made }: Shortlist): string {
  if (slugs.length === 0) return localisePath(locale, '/shortlist/');
  const day = made
    ? Math.round((Date.parse(`${made}T00:00:00Z`) - FIRST_DAY) / DAY_MS)
    : DAY_NOT_KNOWN;
  const code = slugs.map(toCode).join('') + write(day, PER_DAY);
  return localisePath(locale, `/s/${toCheck(code)}${code}`);
}

/** Of the listings that the directory has or had. Codes that two of them share are nobody's. */
export type Codes = ReadonlyMap<string, string>;

export function codesOf(slugs: readonly string[]): Codes {
  const shared = new Set(findSharedCodes(slugs).flat());
  return new Map(slugs.filter((slug) => !shared.has(slug)).map((slug) => [toCode(slug), slug]));
}

/**
 * The list that the letters after /s/ stand for; undefined if they are no such letters, or not all of
 * them. A code that stands for no listing stays in its place, as a slug that nothing has, so that the list
 * can tell.
 */
export function parseShortAddress(
  letters: string,
  codes: Codes,
  today: string,
): Shortlist | undefined {
  const code = readLetters(letters);
  const count = ((code?.length ?? 0) - PER_DAY) / PER_LISTING;
  if (!code || !Number.isInteger(count) || count < 1 || count > shortlistLimit) return undefined;
  const made = readDay(code.slice(-PER_DAY));
  if (made === undefined || made > today) return undefined;
  const items = Array.from({ length: count }, (_, at) =>
    code.slice(at * PER_LISTING, (at + 1) * PER_LISTING),
  );
  // Where nothing is known, letters were lost: each of the others stands for something else.
  if (!items.some((item) => codes.has(item))) return undefined;
  const slugs = items.map((item) => codes.get(item) ?? `unknown-${item}`);
  return { slugs: [...new Set(slugs)], made };
}

/** Listings and day, in our letters. Addresses that were printed before there was a check have none. */
function readLetters(letters: string): string | undefined {
  const all = [...letters.toLowerCase()].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
  if ([...all].some((letter) => !LETTERS.includes(letter))) return undefined;
  if (all.length % PER_LISTING === PER_DAY) return all;
  const code = all.slice(PER_CHECK);
  return all.slice(0, PER_CHECK) === toCheck(code) ? code : undefined;
}

function readDay(letters: string): string | undefined {
  const day = read(letters);
  return day === DAY_NOT_KNOWN ? '' : new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}

/** Groups of listings whose codes are the same: about one chance in 300 for 476 listings. */
export function findSharedCodes(slugs: readonly string[]): string[][] {
  const byCode = Map.groupBy(slugs, toCode);
  return [...byCode.values()].filter((group) => group.length > 1);
}

function toCode(slug: string): string {
  return write(shortHash(slug) >>> 7, PER_LISTING);
}

function toCheck(code: string): string {
  return write(shortHash(code) >>> 22, PER_CHECK);
}

function write(number: number, length: number): string {
  return Array.from({ length }, (_, at) => LETTERS[(number >>> (5 * (length - 1 - at))) & 31]).join(
    '',
  );
}

function read(letters: string): number {
  return [...letters].reduce((number, letter) => number * 32 + LETTERS.indexOf(letter), 0);
}
