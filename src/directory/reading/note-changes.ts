import type { PublicListing } from '../public-listing.ts';
import {
  type Fact,
  findUnnoted,
  type Histories,
  type History,
  hashFacts,
  hashWords,
  hasUnnotedWords,
} from './histories.ts';

/** Something to write down: a listing that is new, taken out, back, or has other facts, or other words alone. */
export interface Note {
  slug: string;
  what: 'new' | 'gone' | 'words' | Fact[];
}

/** What content/histories.yaml does not say yet, by slug. */
export function findNotes(listings: readonly PublicListing[], histories: Histories): Note[] {
  const slugs = new Set(listings.map(({ slug }) => slug));
  const gone = [...histories].filter(([slug, { gone }]) => !gone && !slugs.has(slug));
  const notes: Note[] = gone.map(([slug]) => ({ slug, what: 'gone' }));
  for (const listing of listings) {
    const history = histories.get(listing.slug);
    const changed = findUnnoted(listing, history);
    if (!history) notes.push({ slug: listing.slug, what: 'new' });
    else if (changed.length > 0) notes.push({ slug: listing.slug, what: changed });
    else if (hasUnnotedWords(listing, history)) notes.push({ slug: listing.slug, what: 'words' });
  }
  return notes.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** A file that seems to have been given another name, which is the end of its page's address. */
export interface Rename {
  from: string;
  to: string;
}

/**
 * Listings that are new and have the facts of one that is gone: three in four of them, and one by which
 * people reach it or go there among these.
 */
export function findRenames(
  listings: readonly PublicListing[],
  histories: Histories,
  notes: readonly Note[] = findNotes(listings, histories),
): Rename[] {
  const added = notes.filter(({ what }) => what === 'new').map(({ slug }) => slug);
  const candidates = listings.filter(({ slug }) => added.includes(slug));
  return notes.flatMap(({ slug: from, what }) => {
    const history = what === 'gone' && histories.get(from);
    const found = history && candidates.find((listing) => isLike(hashFacts(listing), history.now));
    return found ? [{ from, to: found.slug }] : [];
  });
}

/** For the editor who gave a file another name. */
export function describeRename({ from, to }: Rename): string {
  return `${to}.yaml seems to be ${from}.yaml under another file name, so the page has another address, and links, prints and saved lists lead nowhere. Rename the file back to ${from}.yaml; for a new name of the organisation change 'name' in it. If they are two different listings, run: npm run content:note -- --not-renamed`;
}

function isLike(facts: History['now'], others: History['now']): boolean {
  const equal = [...facts].filter(([fact, hash]) => others.get(fact) === hash);
  const all = new Set([...facts.keys(), ...others.keys()]);
  return equal.some(([fact]) => TELLING.has(fact)) && equal.length / all.size >= 0.75;
}

// Open and free of charge are most.
const TELLING: ReadonlySet<Fact> = new Set(['phone', 'email', 'website', 'address', 'hours']);

/**
 * The histories with every note in them, but of the slugs in `left`, dated `today`. What is in them stays.
 * `same`: listings whose facts are only said in another way, which is no change.
 */
export function noteChanges(
  listings: readonly PublicListing[],
  histories: Histories,
  today: string,
  left: ReadonlySet<string> = new Set(),
  same: ReadonlySet<string> = new Set(),
): Histories {
  const noted = new Map(histories);
  const bySlug = new Map(listings.map((listing) => [listing.slug, listing]));
  for (const { slug, what } of findNotes(listings, histories)) {
    if (left.has(slug)) continue;
    const listing = bySlug.get(slug);
    const history = histories.get(slug);
    if (!listing) {
      if (history) noted.set(slug, { ...history, gone: today });
      continue;
    }
    const before = history?.changes ?? [];
    const isChange = Array.isArray(what) && !same.has(slug);
    // The first time that anything is noted, all listings are new to the histories and to nobody else.
    const since = what === 'new' && histories.size > 0 ? today : history?.since;
    noted.set(slug, {
      now: hashFacts(listing),
      ...(since && { since }),
      changes: isChange ? [...before, { date: today, facts: what }] : before,
      words: noteWords(listing, history, same.has(slug) ? undefined : today),
    });
  }
  for (const [slug, history] of noted) {
    const listing = bySlug.get(slug);
    // Noted before words were.
    if (listing && !history.words) {
      noted.set(slug, { ...history, words: noteWords(listing, undefined, undefined) });
    }
  }
  return noted;
}

function noteWords(
  listing: PublicListing,
  history: History | undefined,
  today: string | undefined,
): History['words'] {
  const isChange = today !== undefined && hasUnnotedWords(listing, history);
  return { hash: hashWords(listing), changed: isChange ? today : history?.words?.changed };
}

const HEADER = `# Written by npm run content:note. Nobody edits it.
# For each listing: a hash of each fact as it is now, and the days on which facts changed. From this a
# shortlist that was made earlier tells what is different; and a hash of its words with the day when they
# last changed, for other directories. It holds no fact itself. Since _begun: what changed before that day
# nobody noted.
`;

/**
 * The text of content/histories.yaml: a change in a listing is a change in one line, whoever made it.
 * `begun`: the first day of which they tell.
 */
export function formatHistories(histories: Histories, begun: string): string {
  const entries = [...histories].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${HEADER}_begun: "${begun}"\n${formatEntries(entries)}`;
}

/** The earliest day that they name: since when they tell, where their file does not say so. */
export function findEarliest(histories: Histories): string | undefined {
  return [...histories.values()]
    .flatMap(({ since, changes, gone }) => [since, ...changes.map(({ date }) => date), gone])
    .filter((date) => date !== undefined)
    .toSorted()[0];
}

function formatEntries(entries: readonly [string, History][]): string {
  return entries.map(([slug, history]) => formatHistory(slug, history)).join('');
}

// All on one line: where two people's changes meet, a merge can only put whole histories one below the other.
function formatHistory(slug: string, { now, since, changes, words, gone }: History): string {
  const parts = [`now: "${[...now].map((each) => each.join(':')).join(' ')}"`];
  const days = changes.map(
    ({ date, facts }) => `{ date: "${date}", facts: [${facts.join(', ')}] }`,
  );
  if (since) parts.push(`since: "${since}"`);
  if (days.length > 0) parts.push(`changes: [${days.join(', ')}]`);
  if (words) parts.push(`words: "${[words.hash, words.changed].filter(Boolean).join(' ')}"`);
  if (gone) parts.push(`gone: "${gone}"`);
  return `${slug}: { ${parts.join(', ')} }\n`;
}
