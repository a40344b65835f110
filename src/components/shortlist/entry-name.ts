import type { ListNews } from '../../shortlist/list-news.ts';

/** What an entry is called, in English; undefined for one that the directory never had. */
export function entryName(entry: ListNews['entries'][number]): string | undefined {
  switch (entry.state) {
    case 'listed':
      return entry.listing.name;
    case 'gone':
      return entry.slug.replaceAll('-', ' ');
    case 'unknown':
      return undefined;
  }
}
