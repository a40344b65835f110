import { mendWord } from '../directory/mend-word.ts';
import type { Locale } from '../i18n/locale.ts';
import { type Filters, facetNames, type SearchRequest } from './port.ts';

/** What an address asks of search: /search/?q=…&need=food&near=E1+4AA, and the same of /api/search. */

const PER_PAGE = 10;
const sorts: readonly string[] = ['relevance', 'distance', 'name'];
// Longer text is cut again by the planner; this keeps absurd input out of links.
const MOST_CHARACTERS = 200;
const MOST_VALUES = 50;

/** Never throws: what it does not know it leaves out. `need=a&need=b` and `need=a,b` are the same. */
export function parseSearchRequest(params: URLSearchParams, locale: Locale): SearchRequest {
  const filters: Filters = {};
  for (const facet of facetNames) {
    const values = params.getAll(facet).flatMap((value) => value.split(','));
    const unique = [
      ...new Set(values.map((value) => mendWord(value).toLowerCase()).filter(Boolean)),
    ];
    if (unique.length > 0) filters[facet] = unique.slice(0, MOST_VALUES);
  }
  const q = clean(params.get('q'));
  const near = clean(params.get('near'));
  const sort = mendWord(params.get('sort') ?? '').toLowerCase();
  return {
    q,
    locale,
    filters,
    ...(isOpenNow(params) && { openNow: true }),
    near,
    sort: sorts.includes(sort) ? (sort as SearchRequest['sort']) : 'relevance',
    page: parsePage(params.get('page')),
    perPage: PER_PAGE,
    literal: mendWord(params.get('literal') ?? '') === '1',
  };
}

function isOpenNow(params: URLSearchParams): boolean {
  return mendWord(params.get('open') ?? '').toLowerCase() === 'now';
}

/** Whether the words typed were longer than parseSearchRequest keeps. */
export function isTooLong(params: URLSearchParams): boolean {
  return (params.get('q') ?? '').trim().length > MOST_CHARACTERS;
}

// Control characters mean nothing in a search and would break a link; \ufffd stands for what did not decode.
function clean(typed: string | null): string {
  const text = decodeAgain(typed ?? '')
    .replace(/[\p{Cc}\ufffd]+/gu, ' ')
    .trim();
  return Array.from(text.slice(0, MOST_CHARACTERS)).filter(isWhole).join('');
}

// Some programs escape an address that is escaped already. Nobody types %20 or %E0%A6 as a word.
function decodeAgain(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  const field = text.replaceAll('&', '%26').replaceAll('+', '%2B');
  return new URLSearchParams(`text=${field}`).get('text') ?? text;
}

// A cut through a surrogate pair leaves half a letter, which no URL can hold.
function isWhole(character: string): boolean {
  return !/^[\ud800-\udfff]$/.test(character);
}

function parsePage(typed: string | null): number {
  const page = Number(mendWord(typed ?? ''));
  return Number.isInteger(page) && page >= 1 ? Math.min(page, 9_999) : 1;
}
