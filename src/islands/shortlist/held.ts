import {
  addListing,
  mostListed,
  parseShortlist,
  removeListing,
  type Shortlist,
} from '../../shortlist/browser.ts';

/** What a tab remembers of shortlists, and nothing after it. Pure: held-storage.ts reads and writes it. */
export interface Held {
  /** When a key or the screen was last pressed, in milliseconds. */
  lastUsed: number;
  /** Navigator mode: several lists, and a limit to how long they lie idle. */
  mode: boolean;
  idleMinutes: IdleMinutes;
  /** Who made the lists, as it is printed. */
  madeBy: string;
  /** Which list is being worked on; there always is one. */
  current: number;
  lists: HeldList[];
}

export interface HeldList extends Shortlist {
  /** A nickname; empty unless in navigator mode. */
  name: string;
  /** By slug. */
  notes: Record<string, string>;
}

export const idleChoices = [5, 10, 20] as const;
export type IdleMinutes = (typeof idleChoices)[number];

export function beginHeld(now: number): Held {
  const list = { name: '', slugs: [], made: '', notes: {} };
  return {
    lastUsed: now,
    mode: false,
    idleMinutes: 10,
    madeBy: '',
    current: 0,
    lists: [list],
  };
}

export function currentList({ lists, current }: Held): HeldList {
  // parseHeld and the functions here let through no other number.
  return lists[current] as HeldList;
}

/** Notes go with what they are about. */
export function changeCurrent(held: Held, changes: Partial<HeldList>): Held {
  const list = { ...currentList(held), ...changes };
  const notes = Object.entries(list.notes).filter(([slug]) => list.slugs.includes(slug));
  const changed = { ...list, notes: Object.fromEntries(notes) };
  return { ...held, lists: held.lists.with(held.current, changed) };
}

/** `undefined`: the list is full. */
export function toggleListing(held: Held, slug: string, today: string): Held | undefined {
  const { slugs, made } = currentList(held);
  if (slugs.includes(slug)) return changeCurrent(held, removeListing({ slugs, made }, slug));
  if (slugs.length >= mostListed) return undefined;
  const dated = { slugs, made: slugs.length === 0 ? today : made };
  return changeCurrent(held, addListing(dated, slug));
}

/**
 * A list's address was opened. One that is held already is worked on; one that came from elsewhere
 * becomes a list of its own in navigator mode; else the list worked on is now what the address says.
 */
export function openList(
  held: Held,
  { slugs, made }: Shortlist,
  { isFromElsewhere }: { isFromElsewhere: boolean },
): Held {
  const isSame = (list: HeldList) => isSameList(list, { slugs, made });
  if (isSame(currentList(held))) return held;
  const same = held.lists.findIndex(isSame);
  if (held.mode && same >= 0) return { ...held, current: same };
  if (!isFromElsewhere) return changeCurrent(held, { slugs, made });
  const opened = { name: '', slugs, made, notes: {} };
  if (held.mode && currentList(held).slugs.length > 0) return appendList(held, opened);
  return changeCurrent(held, { ...opened, name: currentList(held).name });
}

/** A link that begins a list meant the list worked on: the page it stood on could not know of that one. */
export function openBegun(held: Held, slugs: readonly string[], today: string): Held {
  return slugs.reduce((before, slug) => {
    if (currentList(before).slugs.includes(slug)) return before;
    return toggleListing(before, slug, today) ?? before;
  }, held);
}

function isSameList(one: Shortlist, other: Shortlist): boolean {
  return one.made === other.made && one.slugs.join() === other.slugs.join();
}

export function appendList(held: Held, list: HeldList): Held {
  return { ...held, lists: [...held.lists, list], current: held.lists.length };
}

/** Without the list worked on; the one before it is next. */
export function dropCurrent(held: Held): Held {
  const lists = held.lists.toSpliced(held.current, 1);
  if (lists.length === 0) return { ...held, current: 0, lists: beginHeld(0).lists };
  return { ...held, lists, current: Math.max(0, held.current - 1) };
}

/** Navigator mode ends with the list worked on; the others go with it. */
export function leaveMode(held: Held): Held {
  return { ...held, mode: false, current: 0, lists: [{ ...currentList(held), name: '' }] };
}

export function idleLeftMs({ lastUsed, idleMinutes }: Held, now: number): number {
  return lastUsed + idleMinutes * 60_000 - now;
}

/** Takes any text; `undefined` if it is not what we wrote. */
export function parseHeld(text: string | null, today: string): Held | undefined {
  try {
    const held = JSON.parse(text ?? '') as Held;
    const lists = held.lists.map(({ name, slugs, made, notes }) => ({
      name: `${name}`,
      ...parseShortlist(new URLSearchParams({ items: slugs.join('.'), made }), today).list,
      notes: Object.fromEntries(Object.entries(notes).map(([slug, note]) => [slug, `${note}`])),
    }));
    const { lastUsed, mode, idleMinutes, madeBy, current } = held;
    if (typeof current !== 'number' || !lists[current]) return;
    if (typeof lastUsed !== 'number' || !idleChoices.includes(idleMinutes)) return;
    return { lastUsed, mode: mode === true, idleMinutes, madeBy: `${madeBy}`, current, lists };
  } catch {
    return undefined;
  }
}
