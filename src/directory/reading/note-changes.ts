import type { PublicListing } from '../public-listing.ts';
import { type Fact, findUnnoted, type Histories, type History, hashFacts } from './histories.ts';

/** Something to write down: a listing that is new, taken out, back, or has other facts. */
export interface Note {
  slug: string;
  what: 'new' | 'gone' | Fact[];
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
  }
  return notes.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The histories with every note in them, dated `today`. What is in them stays. */
export function noteChanges(
  listings: readonly PublicListing[],
  histories: Histories,
  today: string,
): Histories {
  const noted = new Map(histories);
  const bySlug = new Map(listings.map((listing) => [listing.slug, listing]));
  for (const { slug, what } of findNotes(listings, histories)) {
    const listing = bySlug.get(slug);
    const history = histories.get(slug);
    if (!listing) {
      if (history) noted.set(slug, { ...history, gone: today });
      continue;
    }
    const before = history?.changes ?? [];
    noted.set(slug, {
      now: hashFacts(listing),
      changes: Array.isArray(what) ? [...before, { date: today, facts: what }] : before,
    });
  }
  return noted;
}

const HEADER = `# Written by npm run content:note. Nobody edits it.
# For each listing: a hash of each fact as it is now, and the days on which facts changed. From this a
# shortlist that was made earlier tells what is different. It holds no fact itself.
`;

/** The text of content/histories.yaml: a change in a listing is a change in few lines, whoever made it. */
export function formatHistories(histories: Histories): string {
  const entries = [...histories].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return HEADER + entries.map(([slug, history]) => formatHistory(slug, history)).join('');
}

function formatHistory(slug: string, { now, changes, gone }: History): string {
  const lines = [`${slug}:`, `  now: ${[...now].map((each) => each.join(':')).join(' ')}`];
  if (changes.length > 0) lines.push('  changes:');
  for (const { date, facts } of changes) {
    lines.push(`    - { date: "${date}", facts: [${facts.join(', ')}] }`);
  }
  if (gone) lines.push(`  gone: "${gone}"`);
  return `${lines.join('\n')}\n`;
}
