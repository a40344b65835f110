import { type DirectoryChange, nameOf } from '../../directory/changes/directory-changes.ts';
import { type Locale, localisePath } from '../../i18n/locale.ts';
import { startOfDay } from '../../i18n/london-calendar.ts';
import { changeWords } from './change-words.ts';

/** Atom (RFC 4287) of what was noted in the directory. */
export interface FeedFacts {
  locale: Locale;
  title: string;
  /** The service's name. */
  author: string;
  changes: readonly DirectoryChange[];
  /** Of the feed itself, and of the page that says the same; as localisePath takes them. */
  path: string;
  page: string;
  site: URL;
  /** ISO date: as of when the feed is, where nothing was noted. */
  since: string;
}

const MOST_ENTRIES = 100;

export function formatAtom(facts: FeedFacts): string {
  const { locale, title, author, changes, path, page, site, since } = facts;
  const self = new URL(localisePath(locale, path), site).href;
  const entries = changes.slice(0, MOST_ENTRIES);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${escapeXml(self)}</id>
<title>${escapeXml(title)}</title>
<updated>${toTime(entries[0]?.date ?? since)}</updated>
<author><name>${escapeXml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(new URL(localisePath(locale, page), site).href)}"/>
${entries.map((change) => formatEntry(change, facts)).join('')}</feed>
`;
}

function formatEntry(change: DirectoryChange, { locale, page, site }: FeedFacts): string {
  const { slug, listing, date } = change;
  const href = new URL(localisePath(locale, listing ? `/organisations/${slug}/` : page), site).href;
  const words = `${nameOf(change)}: ${changeWords(change, locale)}`;
  return `<entry>
<id>${escapeXml(`tag:${site.hostname},${date}:${slug}/${change.what === 'new' ? 'new' : 'changed'}`)}</id>
<title>${escapeXml(words)}</title>
<updated>${toTime(date)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>
<content type="text">${escapeXml(words)}</content>
</entry>
`;
}

function toTime(date: string): string {
  return new Date(startOfDay(date)).toISOString();
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
