import { locales } from '../../../../src/i18n/locale.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { codesOf, parseShortAddress } from '../../../../src/shortlist/short-address.ts';
import { directory, today } from '../../../../src/wiring.ts';

export type Kind = 'page' | 'search' | 'shortlist' | 'secret' | 'practice';

/** What somebody got in the end. */
export interface Arrival {
  status: number;
  /** Path and query, after all redirects. */
  address: string;
  html: string;
}

/**
 * How a damaged address was taken. 'understood': as the whole one. 'said': the page says that it could not
 * read it, or all of it. 'shown': it asks or shows something else, and that stands on the page: another
 * heading, other words in the search box, no practice chosen. 'silent': it means something else, and nobody
 * could notice.
 */
export type Reading = 'understood' | 'said' | 'shown' | 'silent';

// Those that were taken out too, each once.
const slugs = new Set([
  ...directory.listings.map(({ slug }) => slug),
  ...directory.histories.keys(),
]);
const codes = codesOf([...slugs]);

const notHere = locales.map((locale) => createTranslator(locale)('shortlist:notHere'));

/** What a whole address means, as the page that it leads to says; the same of two addresses is one text. */
export function meaningOf(kind: Kind, { address, html }: Arrival): string {
  const [path = '', query = ''] = address.split('?');
  switch (kind) {
    case 'page':
      return path;
    case 'search':
    case 'practice':
      return otherLanguageOf(html);
    case 'secret':
      return /SP-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(html)?.[0] ?? `none ${query}`;
    case 'shortlist':
      return JSON.stringify(listOf(html) ?? 'no list');
  }
}

export function readAs(kind: Kind, whole: Arrival, got: Arrival): Reading {
  const meaning = meaningOf(kind, got);
  if (got.status === 200 && meaning === meaningOf(kind, whole)) return 'understood';
  if (got.status >= 400) return 'said';
  if (kind === 'secret') return meaning.startsWith('none') ? 'shown' : 'silent';
  if (kind === 'practice') {
    const chosen = practiceOf(meaning);
    return chosen && chosen !== practiceOf(meaningOf(kind, whole)) ? 'silent' : 'shown';
  }
  if (kind === 'search') return showsItsWords(got.html) ? 'shown' : 'silent';
  if (kind === 'page') return 'shown';
  if (/class="panel panel-warning"|id="empty"/.test(got.html)) return 'said';
  if (notHere.some((words) => got.html.includes(words))) return 'said';
  return listOf(got.html) ? 'silent' : 'shown';
}

function practiceOf(address: string): string | null {
  return new URL(address, 'http://site').searchParams.get('practice');
}

/** The link to the same page in Somali holds all that the page understood. */
function otherLanguageOf(html: string): string {
  return decodeEntities(/href="([^"]*)"[^>]*hreflang="so"/.exec(html)?.[1] ?? '');
}

function showsItsWords(html: string): boolean {
  const understood = new URL(otherLanguageOf(html), 'http://site').searchParams.get('q') ?? '';
  // A > may stand in a value.
  const box = /<input(?:"[^"]*"|[^">])*?name="q"(?:"[^"]*"|[^">])*>/.exec(html)?.[0] ?? '';
  return decodeEntities(/value="([^"]*)"/.exec(box)?.[1] ?? '') === understood;
}

function listOf(html: string) {
  const code = /id="share-address"[^>]*href="[^"]*\/s\/([^"/]*)/.exec(html)?.[1];
  return code && parseShortAddress(code, codes, today());
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_whole, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
