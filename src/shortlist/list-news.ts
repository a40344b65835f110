import { findSince, type Since } from '../directory/changes-since.ts';
import type { Directory } from '../directory/directory.ts';
import { type Fact, facts } from '../directory/reading/histories.ts';
import type { Shortlist } from './shortlist.ts';

/** What has become of a list's listings since the day it was made. */
export interface ListNews {
  /** In the list's order, one for each slug. */
  entries: (Since & { slug: string })[];
  /** How many of them still run but have changed, and in what. */
  changed: number;
  changedFacts: Fact[];
  /** How many have closed or paused since, or were taken out. */
  closed: number;
  paused: number;
  gone: number;
}

export function readListNews(
  { slugs, made }: Shortlist,
  directory: Pick<Directory, 'findListing' | 'histories'>,
  today: string,
): ListNews {
  const entries = slugs.map((slug) => ({ slug, ...findSince(slug, made, directory, today) }));
  const listed = entries.filter((entry) => entry.state === 'listed');
  const stopped = listed.filter(({ facts }) => facts.includes('status'));
  const statusNow = (status: string) =>
    stopped.filter(({ listing }) => listing.status === status).length;
  const changed = listed.filter((entry) => entry.facts.length > 0 && isRunning(entry));
  return {
    entries,
    changed: changed.length,
    changedFacts: facts.filter((fact) => changed.some((entry) => entry.facts.includes(fact))),
    closed: statusNow('closed'),
    paused: statusNow('paused'),
    gone: entries.filter((entry) => entry.state === 'gone' && entry.on > made).length,
  };
}

export function hasNews({ changed, closed, paused, gone }: ListNews): boolean {
  return changed + closed + paused + gone > 0;
}

// One that has closed since is told as closed, not as changed.
function isRunning({ listing, facts }: Extract<Since, { state: 'listed' }>): boolean {
  return listing.status === 'open' || !facts.includes('status');
}
