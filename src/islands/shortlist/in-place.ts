import type { Values } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/locale.ts';
import {
  moveListing,
  removeListing,
  type Shortlist,
  toShortlistAddress,
} from '../../shortlist/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { createLatestOnly } from '../latest-only.ts';
import { announce, readPageWords } from './announce.ts';
import { changeCurrent, currentList } from './held.ts';
import { readHeld, writeHeld } from './held-storage.ts';
import { readPanelWords } from './panel-words.ts';

/**
 * Moves and removes on the page of a list without a new page. The server draws it, as ever: the
 * page of the changed list is fetched, and its parts take the place of these.
 */
type Act = 'up' | 'down' | 'remove';

export function startActs(onShown: () => void): void {
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('#shortlist a[data-act]');
    const entry = link?.closest('li');
    const held = readHeld();
    if (!link || !entry || !held || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = link.dataset.act as Act;
    const { slug = '', name = '' } = entry.dataset;
    const before = currentList(held);
    const list = changed(before, slug, act);
    if (!writeHeld({ ...changeCurrent(held, list), lastUsed: Date.now() })) return;
    event.preventDefault();
    const address = toShortlistAddress(document.documentElement.lang as Locale, list);
    showListAt(address, () => {
      onShown();
      focusAfter(act, slug, before.slugs.indexOf(slug));
      announce(fillInPage(wordsFor(act), toldOf(list, slug, name)));
    });
  });
}

const latest = createLatestOnly();

/** Only what was asked last is shown. Back leads to where the list was come from, not to how it was before. */
export function showListAt(address: string, onShown: () => void): void {
  latest.start(async (signal) => {
    const next = await fetchPage(address, signal);
    if (signal.aborted) return;
    if (!next) return location.replace(address);
    swap(next, address);
    onShown();
  });
}

function changed({ slugs, made }: Shortlist, slug: string, act: Act): Shortlist {
  if (act === 'remove') return removeListing({ slugs, made }, slug);
  return moveListing({ slugs, made }, slug, act === 'up' ? -1 : 1);
}

async function fetchPage(address: string, signal: AbortSignal): Promise<Document | undefined> {
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) return undefined;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    // The browser goes to the address itself, and tells what is wrong in its own words.
    return undefined;
  }
}

function swap(next: Document, address: string) {
  for (const part of ['.site-header', '#main']) {
    const newPart = next.querySelector(part);
    if (newPart) document.querySelector(part)?.replaceWith(document.adoptNode(newPart));
  }
  document.title = next.title;
  history.replaceState(null, '', address);
}

// The same link again, to press on; at the end of the list the other way; after what was removed, the
// one that follows.
function focusAfter(act: Act, slug: string, place: number) {
  const entries = [...document.querySelectorAll<HTMLElement>('#shortlist > li')];
  const entry =
    act === 'remove'
      ? (entries[place] ?? entries.at(-1))
      : entries.find((each) => each.dataset.slug === slug);
  const link =
    entry?.querySelector<HTMLElement>(`[data-act=${act}]`) ??
    entry?.querySelector<HTMLElement>('[data-act]');
  (link ?? document.getElementById('main'))?.focus();
}

function wordsFor(act: Act): string {
  return act === 'remove' ? readPageWords().removed : readPanelWords().moved;
}

function toldOf({ slugs }: Shortlist, slug: string, name: string): Values {
  return { name, place: slugs.indexOf(slug) + 1, count: slugs.length };
}
