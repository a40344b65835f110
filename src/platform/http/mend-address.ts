/**
 * Puts right what happens to an address on its way to somebody: in a message, a mail, on paper, under a
 * thumb. Knows how addresses of this site are spelt (letters, digits, - and _), and none of them. What it
 * makes of an address is for a redirect, so that page, scripts and bookmarks all read the same.
 */

const INVISIBLE = String.raw`\p{Cc}\p{Cf}\p{Z}\u034f\ufe00-\ufe0f`;
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu');
const notInName = new RegExp(`[${INVISIBLE}"'“”‘’<>?=]`, 'gu');
// &amp;amp; too: some programs escape twice.
const escapedAmpersand = /&(?:amp(?:;|%3b))+/gi;
// What mail programs and keyboards make of a hyphen.
const hyphens = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const aroundWord = /^[^\p{L}\p{N}_.-]+|[^\p{L}\p{N}_-]+$/gu;
// A page's. No // at its start, which would lead to another site; files are asked for by programs.
const speltRight = /^(\/[\w-]+)+$/;
const climbs = /\/\.\.+\//;
const cutEscape = /(?<=[^/%])(%[0-9a-f]{2})*%[0-9a-f]?$|(?<=[^/%])(%[0-9a-f]{2})+$|%[0-9a-f]?$/i;
const strayPercent = /%(?![0-9a-f]{2})/gi;
const MOST_TIMES_ESCAPED = 3;

/** The query of an address ('?q=…'), put right: the very same text where nothing is damaged. */
export function mendQuery(search: string): string {
  const unescaped = isEscapedWhole(search) ? `?${decodeLeniently(search.slice(1))}` : search;
  const parts = unescaped
    .replace(/^\?amp(?:;|%3b)/i, '?')
    .replace(escapedAmpersand, '&')
    .slice(1)
    .split('&')
    .map(toField);
  // Quoted-printable writes = as =3D. With one field alone somebody may have asked for "3D printing".
  const values = parts.flatMap(({ value }) => value || []);
  const isQuoted = values.length > 1 && values.every((value) => value.startsWith('3D'));
  const mended = parts.map(({ name, value }) => {
    if (value === undefined) return mendName(name);
    return `${mendName(name)}=${isQuoted ? value.replace(/^3D/, '') : value}`;
  });
  const query = mended.join('&');
  return query === search.slice(1) ? search : toWritten(query);
}

/**
 * What an address that leads nowhere was probably meant to be: '/refer/status/x).' is '/refer/status/x'.
 * `undefined`: nobody can tell. `isCaseFree`: whether the last word of a path means the same in capitals;
 * all others do.
 */
export function mendPath(
  address: string,
  isCaseFree: (path: string) => boolean,
): { path: string; search: string } | undefined {
  const [written = '', ...rest] = address.split('?');
  const decoded = decodePath(written);
  if (!decoded?.startsWith('/') || climbs.test(decoded)) return undefined;
  // An address that was escaped whole has its question mark there too.
  const [path = '', ...inside] = (decoded.split('#')[0] ?? '').split('?');
  const query = [...inside, ...rest].filter((part) => part !== '').join('&');
  const spelt = spellPath(path);
  const lower = spelt.toLowerCase();
  const lastAt = spelt.lastIndexOf('/');
  const mended = isCaseFree(lower) ? lower : lower.slice(0, lastAt) + spelt.slice(lastAt);
  if (!speltRight.test(mended) || mended === written.replace(/\/$/, '')) return undefined;
  return { path: mended, search: query === '' ? '' : toWritten(mendQuery(`?${query}`).slice(1)) };
}

function spellPath(path: string): string {
  const words = path
    .replace(invisible, '')
    .replace(hyphens, '-')
    .split('/')
    .map((word) => word.replaceAll('=', '').replace(aroundWord, ''));
  return `/${words.filter((word) => word !== '').join('/')}`;
}

/** A path that was cut within an escaped letter is read without it, and one with a % that escapes nothing too. */
function decodePath(written: string): string | undefined {
  let text = written;
  for (let times = 0; times < MOST_TIMES_ESCAPED && text.includes('%'); times += 1) {
    const decoded =
      decode(text) ?? decode(text.replace(cutEscape, '')) ?? decode(text.replace(strayPercent, ''));
    if (decoded === undefined) return undefined;
    text = decoded;
  }
  return text;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

// Every query here has an = that stands for itself, but for a word or two that have none at all.
function isEscapedWhole(search: string): boolean {
  return !search.includes('=') && /%3d/i.test(search);
}

function toField(part: string): { name: string; value?: string } {
  const equals = part.indexOf('=');
  return equals < 0
    ? { name: part }
    : { name: part.slice(0, equals), value: part.slice(equals + 1) };
}

// Names of fields are small letters here.
function mendName(name: string): string {
  return /^[a-z\d_-]*$/.test(name)
    ? name
    : decodeLeniently(name).replace(notInName, '').toLowerCase();
}

function decodeLeniently(text: string): string {
  const field = text.replaceAll('&', '%26').replaceAll('+', '%2B');
  return new URLSearchParams(`text=${field}`).get('text') ?? '';
}

function toWritten(query: string): string {
  const escaped = query.replaceAll('#', '%23').replaceAll('\\', '%5C');
  return new URL(`http://site/?${escaped}`).search;
}
