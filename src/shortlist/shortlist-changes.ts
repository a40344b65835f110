import { type ChangesSince, findChangesSince } from '../directory/changes-since.ts';
import type { Directory } from '../directory/directory.ts';
import { type Fact, facts } from '../directory/reading/histories.ts';
import type { Shortlist } from './shortlist.ts';

/** What has become of a list's listings since the day it was made. */
export interface ShortlistChanges {
  /** In the list's order, one for each slug. */
  entries: (ChangesSince & { slug: string })[];
  /** How many of them still run but have changed, and in what. */
  changed: number;
  changedFacts: Fact[];
  /** How many have closed or paused since, or were taken out. */
  closed: number;
  paused: number;
  gone: number;
  /** The list is older than the histories: of what changed before this day nobody can tell. ISO date. */
  unknownBefore?: string | undefined;
}

export function findShortlistChanges(
  { slugs, made }: Shortlist,
  directory: Pick<Directory, 'findListing' | 'histories'> &
    Partial<Pick<Directory, 'historiesBegun'>>,
  today: string,
): ShortlistChanges {
  const entries = slugs.map((slug) => ({
    slug,
    ...findChangesSince(slug, made, directory, today),
  }));
  const listed = entries.filter((entry) => entry.state === 'listed');
  const stopped = listed.filter(({ facts }) => facts.includes('status'));
  const statusNow = (status: string) =>
    stopped.filter(({ listing }) => listing.status === status).length;
  const changed = listed.filter((entry) => entry.facts.length > 0 && isRunning(entry));
  const begun = directory.historiesBegun;
  return {
    entries,
    ...(begun && made < begun && { unknownBefore: begun }),
    changed: changed.length,
    changedFacts: facts.filter((fact) => changed.some((entry) => entry.facts.includes(fact))),
    closed: statusNow('closed'),
    paused: statusNow('paused'),
    gone: entries.filter((entry) => entry.state === 'gone' && entry.on > made).length,
  };
}

export function hasChanges({ changed, closed, paused, gone }: ShortlistChanges): boolean {
  return changed + closed + paused + gone > 0;
}

// One that has closed since is told as closed, not as changed.
function isRunning({ listing, facts }: Extract<ChangesSince, { state: 'listed' }>): boolean {
  return listing.status === 'open' || !facts.includes('status');
}
