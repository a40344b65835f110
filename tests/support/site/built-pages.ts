import { readFileSync } from 'node:fs';
import type { PublicListing } from '../../../src/directory/public-listing.ts';
import { type Locale, localisePath, readLocalisedPath } from '../../../src/i18n/locale.ts';
import { readSourceFiles } from '../machine/source-files.ts';
import { clientFolder } from './build-folder.ts';

export interface BuiltPage {
  /** '/bn/needs/food/' */
  path: string;
  locale: Locale;
  html: string;
}

const OWN_ADDRESS = /^\/404\.html$|^\/500\.html$/;

/** Every page of the build (npm run build). */
export function readBuiltPages(): BuiltPage[] {
  return readSourceFiles([clientFolder], /\.html$/).map(({ path, text }) => {
    const address = path.slice(clientFolder.length).replace(/index\.html$/, '');
    return { path: address, locale: readLocalisedPath(address).locale, html: text };
  });
}

/** Whether a page is one of those shown for a fault, at whatever address was asked for. */
export const isErrorPage = ({ path }: BuiltPage) => OWN_ADDRESS.test(path);

/** The built page of a listing. */
export function pageOf({ slug }: PublicListing, locale: Locale): string {
  const path = localisePath(locale, `/organisations/${slug}/`);
  return readFileSync(`${clientFolder}${path}index.html`, 'utf8');
}

/** The listing's own part of its page, without others like it. */
export function articleOf(listing: PublicListing, locale: Locale): string {
  return /<article\b[\s\S]*<\/article>/.exec(pageOf(listing, locale))?.[0] ?? '';
}

/** What a reader sees of some HTML, with single spaces. Comments, scripts and styles are not seen. */
export function toText(html: string): string {
  return decode(
    html
      .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<(p|li|h\d|dt|dd|div|ul|dl|section|br)\b[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** The part of a page between <main> and its end. */
export function mainOf(html: string): string {
  return /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}

/** Values of an attribute on the tags of a name. */
export function attributes(html: string, tag: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*\\s${attribute}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => decode(value),
  );
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&#38;', '&');
}
