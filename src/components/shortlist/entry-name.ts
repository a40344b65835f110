import type { ShortlistChanges } from '../../shortlist/shortlist-changes.ts';

/** What an entry is called, in English; undefined for one that the directory never had. */
export function entryName(entry: ShortlistChanges['entries'][number]): string | undefined {
  switch (entry.state) {
    case 'listed':
      return entry.listing.name;
    case 'gone':
      return entry.slug.replaceAll('-', ' ');
    case 'unknown':
      return undefined;
  }
}
