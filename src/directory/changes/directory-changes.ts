import type { Directory } from '../directory.ts';
import type { PublicListing } from '../public-listing.ts';
import { type Fact, facts, type History } from '../reading/histories.ts';

/** What became of a listing on a day, as it was noted. */
export interface DirectoryChange {
  /** ISO date. */
  date: string;
  slug: string;
  /** None of one that is gone. */
  listing: PublicListing | undefined;
  /** open: it runs again. */
  what: 'new' | 'changed' | 'open' | 'paused' | 'closed' | 'gone';
  /** Of one that changed: which, never how. */
  facts: Fact[];
}

/** All that was noted, the newest first; of a day by name. One that is gone has no name but its slug. */
export function findDirectoryChanges({
  histories,
  findListing,
}: Pick<Directory, 'histories' | 'findListing'>): DirectoryChange[] {
  return [...histories]
    .flatMap(([slug, history]) => changesOf(slug, history, findListing(slug)))
    .toSorted(byDate);
}

/** Those of listings that help with a need; what one that is gone helped with is not known. */
export function changesForNeed(
  changes: readonly DirectoryChange[],
  need: string,
): DirectoryChange[] {
  return changes.filter(({ listing }) => listing?.needs.includes(need));
}

function changesOf(
  slug: string,
  { since, changes, gone }: History,
  listing: PublicListing | undefined,
): DirectoryChange[] {
  const found: DirectoryChange[] = mergeDays(changes).map(({ date, facts: changed }) => {
    const isLastStatus = changed.includes('status') && !hasLaterStatus(changes, date);
    const what = listing && isLastStatus ? listing.status : 'changed';
    return { date, slug, listing, what, facts: changed };
  });
  if (since) found.push({ date: since, slug, listing, what: 'new', facts: [] });
  if (gone && !listing) found.push({ date: gone, slug, listing, what: 'gone', facts: [] });
  return found;
}

// A day on which something was noted twice.
function mergeDays(changes: History['changes']): History['changes'] {
  const byDay = new Map<string, Set<Fact>>();
  for (const { date, facts: changed } of changes) {
    byDay.set(date, new Set([...(byDay.get(date) ?? []), ...changed]));
  }
  return [...byDay].map(([date, all]) => ({ date, facts: facts.filter((each) => all.has(each)) }));
}

function hasLaterStatus(changes: History['changes'], date: string): boolean {
  return changes.some((each) => each.date > date && each.facts.includes('status'));
}

function byDate(a: DirectoryChange, b: DirectoryChange): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return nameOf(a).localeCompare(nameOf(b), 'en');
}

/** In English; of one that is gone the words of its slug. */
export function nameOf({ listing, slug }: Pick<DirectoryChange, 'listing' | 'slug'>): string {
  return listing?.name ?? slug.replaceAll('-', ' ');
}
