import {
  addListing,
  parseShortlist,
  removeListing,
  type Shortlist,
  shortlistLimit,
} from '../../../shortlist/browser.ts';

/** What a tab remembers of shortlists, and nothing after it. Pure: shortlist-storage.ts reads and writes it. */
export interface StoredShortlists {
  /** When a key or the screen was last pressed, in milliseconds. */
  lastUsed: number;
  /** Navigator mode: several lists, and a limit to how long they lie idle. */
  mode: boolean;
  idleMinutes: IdleMinutes;
  /** Who made the lists, as it is printed. */
  madeBy: string;
  /** Which list is being worked on; there always is one. */
  current: number;
  lists: StoredShortlist[];
}

export interface StoredShortlist extends Shortlist {
  /** A nickname; empty unless in navigator mode. */
  name: string;
  /** By slug. */
  notes: Record<string, string>;
}

export const idleChoices = [5, 10, 20] as const;
export type IdleMinutes = (typeof idleChoices)[number];

export function emptyShortlists(now: number): StoredShortlists {
  const shortlist = { name: '', slugs: [], made: '', notes: {} };
  return {
    lastUsed: now,
    mode: false,
    idleMinutes: 10,
    madeBy: '',
    current: 0,
    lists: [shortlist],
  };
}

export function currentShortlist({ lists, current }: StoredShortlists): StoredShortlist {
  // parseHeld and the functions here let through no other number.
  return lists[current] as StoredShortlist;
}

/** Notes go with what they are about. */
export function changeCurrent(
  stored: StoredShortlists,
  changes: Partial<StoredShortlist>,
): StoredShortlists {
  const shortlist = { ...currentShortlist(stored), ...changes };
  const notes = Object.entries(shortlist.notes).filter(([slug]) => shortlist.slugs.includes(slug));
  const changed = { ...shortlist, notes: Object.fromEntries(notes) };
  return {
    ...stored,
    lists: stored.lists.map((each, index) => (index === stored.current ? changed : each)),
  };
}

/** `undefined`: the list is full. */
export function toggleListing(
  stored: StoredShortlists,
  slug: string,
  today: string,
): StoredShortlists | undefined {
  const { slugs, made } = currentShortlist(stored);
  if (slugs.includes(slug)) return changeCurrent(stored, removeListing({ slugs, made }, slug));
  if (slugs.length >= shortlistLimit) return undefined;
  const dated = { slugs, made: slugs.length === 0 ? today : made };
  return changeCurrent(stored, addListing(dated, slug));
}

/**
 * A list's address was opened. One that is stored already is worked on; one that came from elsewhere
 * becomes a list of its own in navigator mode; else the list worked on is now what the address says.
 */
export function openShortlist(
  stored: StoredShortlists,
  { slugs, made }: Shortlist,
  { isFromElsewhere }: { isFromElsewhere: boolean },
): StoredShortlists {
  const isSame = (shortlist: StoredShortlist) => isSameShortlist(shortlist, { slugs, made });
  if (isSame(currentShortlist(stored))) return stored;
  const same = stored.lists.findIndex(isSame);
  if (stored.mode && same >= 0) return { ...stored, current: same };
  if (!isFromElsewhere) return changeCurrent(stored, { slugs, made });
  const opened = { name: '', slugs, made, notes: {} };
  if (stored.mode && currentShortlist(stored).slugs.length > 0)
    return appendShortlist(stored, opened);
  return changeCurrent(stored, { ...opened, name: currentShortlist(stored).name });
}

/** A link that begins a list meant the list worked on: the page it stood on could not know of that one. */
export function addListings(
  stored: StoredShortlists,
  slugs: readonly string[],
  today: string,
): StoredShortlists {
  return slugs.reduce((before, slug) => {
    if (currentShortlist(before).slugs.includes(slug)) return before;
    return toggleListing(before, slug, today) ?? before;
  }, stored);
}

function isSameShortlist(one: Shortlist, other: Shortlist): boolean {
  return one.made === other.made && one.slugs.join() === other.slugs.join();
}

export function appendShortlist(
  stored: StoredShortlists,
  shortlist: StoredShortlist,
): StoredShortlists {
  return { ...stored, lists: [...stored.lists, shortlist], current: stored.lists.length };
}

/** Without the list worked on; the one before it is next. */
export function removeCurrent(stored: StoredShortlists): StoredShortlists {
  const lists = stored.lists.filter((_, index) => index !== stored.current);
  if (lists.length === 0) return { ...stored, current: 0, lists: emptyShortlists(0).lists };
  return { ...stored, lists, current: Math.max(0, stored.current - 1) };
}

/** Navigator mode ends with the list worked on; the others go with it. */
export function leaveNavigatorMode(stored: StoredShortlists): StoredShortlists {
  return { ...stored, mode: false, current: 0, lists: [{ ...currentShortlist(stored), name: '' }] };
}

export function idleLeftMs({ lastUsed, idleMinutes }: StoredShortlists, now: number): number {
  return lastUsed + idleMinutes * 60_000 - now;
}

/** Takes any text; `undefined` if it is not what we wrote. */
export function parseStoredShortlists(
  text: string | null,
  today: string,
): StoredShortlists | undefined {
  try {
    const stored = JSON.parse(text ?? '') as StoredShortlists;
    const lists = stored.lists.map(({ name, slugs, made, notes }) => ({
      name: `${name}`,
      ...parseShortlist(new URLSearchParams({ items: slugs.join('.'), made }), today).shortlist,
      notes: Object.fromEntries(Object.entries(notes).map(([slug, note]) => [slug, `${note}`])),
    }));
    const { lastUsed, mode, idleMinutes, madeBy, current } = stored;
    if (typeof current !== 'number' || !lists[current]) return;
    if (typeof lastUsed !== 'number' || !idleChoices.includes(idleMinutes)) return;
    return { lastUsed, mode: mode === true, idleMinutes, madeBy: `${madeBy}`, current, lists };
  } catch {
    return undefined;
  }
}
