import type { PublicListing } from '../public-listing.ts';
import { findConflictMarks, splitSides } from './conflict-marks.ts';
import {
  type Fact,
  facts,
  type Histories,
  type History,
  hashFacts,
  hashWords,
  readWords,
} from './histories.ts';

/**
 * content/histories.yaml after two people have changed it: with git's marks still in it, or with both
 * sides kept below each other. It is written by a command, so that each line says by itself what it is.
 */

export type HistoriesMerge =
  | { ok: true; histories: Histories; begun: string | undefined }
  | { ok: false; line: number; message: string };

/** One side's words on a listing. */
interface Side {
  now: Map<Fact, string>;
  since: string | undefined;
  changes: History['changes'];
  words: History['words'];
  gone: string | undefined;
}

const HISTORY =
  /^([a-z0-9-]+): \{ now: "((?:\w+:[0-9a-f]{8} ?)+)"(?:, since: "(\d{4}-\d\d-\d\d)")?(?:, changes: \[(.*?)\])?(?:, words: "([0-9a-f]{8}(?: \d{4}-\d\d-\d\d)?)")?(?:, gone: "(\d{4}-\d\d-\d\d)")? \}$/;
const CHANGE = /\{ date: "(\d{4}-\d\d-\d\d)", facts: \[([\w, ]*)\] \}/g;
const BEGUN = /^_begun: "(\d{4}-\d\d-\d\d)"$/;
const SAYS_NOTHING = /^(\s*|#.*)$/;

/** The line from which on the text holds both sides of a merge; undefined: it does not. */
export function findBothSides(text: string): number | undefined {
  const [mark] = findConflictMarks(text);
  if (mark) return mark;
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, slug] = /^([a-z0-9-]+):/.exec(line) ?? [];
    if (slug && seen.has(slug)) return index + 1;
    if (slug) seen.add(slug);
  }
  return undefined;
}

/**
 * What both sides noted, each day's changes once. A fact that a listing has as either side noted it is
 * noted; one that it has otherwise is left as the first side has it, to be found changed.
 */
export function mergeHistories(text: string, listings: readonly PublicListing[]): HistoriesMerge {
  const sides = new Map<string, Side[]>();
  for (const side of splitSides(text)) {
    const fault = readSide(side, sides);
    if (fault) return { ok: false, line: lineOf(text, fault), message: describe(fault) };
  }
  const bySlug = new Map(listings.map((listing) => [listing.slug, listing]));
  const merged = [...sides].map(
    ([slug, each]) => [slug, mergeSides(each, bySlug.get(slug))] as const,
  );
  return { ok: true, histories: new Map(merged), begun: findBegun(text) };
}

// Of two sides the one that began earlier.
function findBegun(text: string): string | undefined {
  const dates = text.split(/\r?\n/).flatMap((line) => BEGUN.exec(line)?.[1] ?? []);
  return dates.toSorted()[0];
}

// Adds what it says to `sides`; gives back a line that the command cannot have written, if there is one.
function readSide(text: string, sides: Map<string, Side[]>): string | undefined {
  for (const line of text.split(/\r?\n/)) {
    const [, slug, now, since, changes = '', words, gone] = HISTORY.exec(line) ?? [];
    if (slug && now) {
      const side = {
        now: readHashes(now),
        since,
        changes: readChanges(changes),
        words: words ? readWords(words) : undefined,
        gone,
      };
      sides.set(slug, [...(sides.get(slug) ?? []), side]);
    } else if (!SAYS_NOTHING.test(line) && !BEGUN.test(line)) return line;
  }
  return undefined;
}

function mergeSides(sides: readonly Side[], listing: PublicListing | undefined): History {
  const nows = sides.map(({ now }) => now);
  const present = listing && hashFacts(listing);
  const isNoted = (fact: Fact) => nows.some((now) => now.get(fact) === present?.get(fact));
  const now = facts.flatMap((fact) => {
    const hash = present && isNoted(fact) ? present.get(fact) : nows[0]?.get(fact);
    return hash ? [[fact, hash] as const] : [];
  });
  const gone = sides.flatMap((side) => side.gone ?? []).toSorted();
  const since = sides.flatMap((side) => side.since ?? []).toSorted()[0];
  const isGone = gone.length > 0 && (!listing || gone.length === sides.length);
  return {
    now: new Map(now),
    ...(since && { since }),
    changes: mergeChanges(sides),
    words: mergeWords(sides, listing),
    ...(isGone && { gone: gone[0] }),
  };
}

function mergeWords(sides: readonly Side[], listing: PublicListing | undefined): History['words'] {
  const noted = sides.flatMap(({ words }) => words ?? []);
  const present = listing && hashWords(listing);
  const { hash } = noted.find((words) => words.hash === present) ?? noted[0] ?? {};
  const changed = noted
    .flatMap((words) => words.changed ?? [])
    .toSorted()
    .at(-1);
  return hash ? { hash, changed } : undefined;
}

function mergeChanges(sides: readonly Side[]): History['changes'] {
  const changed = new Map<string, Set<Fact>>();
  for (const { date, facts } of sides.flatMap(({ changes }) => changes)) {
    changed.set(date, new Set([...(changed.get(date) ?? []), ...facts]));
  }
  return [...changed]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, all]) => ({ date, facts: facts.filter((fact) => all.has(fact)) }));
}

function readHashes(text: string): Map<Fact, string> {
  const hashes = text.trim().split(' ');
  return new Map(hashes.map((each) => each.split(':') as [Fact, string]));
}

function readChanges(text: string): History['changes'] {
  return [...text.matchAll(CHANGE)].map(([, date = '', named = '']) => ({
    date,
    facts: readFacts(named),
  }));
}

function readFacts(text: string): Fact[] {
  const named = text.split(', ');
  return facts.filter((fact) => named.includes(fact));
}

function lineOf(text: string, line: string): number {
  return text.split(/\r?\n/).indexOf(line) + 1;
}

function describe(line: string): string {
  return `found '${line.trim()}', which npm run content:note does not write. Take this line out and run npm run content:note again.`;
}
