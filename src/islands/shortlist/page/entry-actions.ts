import type { Values } from '../../../i18n/fill.ts';
import {
  moveListing,
  removeListing,
  type Shortlist,
  toShortlistAddress,
} from '../../../shortlist/browser.ts';
import { fillInPage } from '../../fill-in-page.ts';
import { createLatestOnly } from '../../latest-only.ts';
import { pageLocale } from '../../page-locale.ts';
import { announce, readPageWords } from '../announce.ts';
import { readPanelWords } from '../navigator/panel-words.ts';
import { readShortlists, writeShortlists } from '../stored/shortlist-storage.ts';
import { changeCurrent, currentShortlist } from '../stored/stored-shortlists.ts';

/**
 * Moves and removes on the page of a list without a new page. The server draws it, as ever: the
 * page of the changed list is fetched, and its parts take the place of these.
 */
type EntryAction = 'up' | 'down' | 'remove';

export function startEntryActions(onShown: () => void): void {
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('#shortlist a[data-act]');
    const entry = link?.closest('li');
    const stored = readShortlists();
    if (!link || !entry || !stored || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const action = link.dataset.act as EntryAction;
    const { slug = '', name = '' } = entry.dataset;
    const before = currentShortlist(stored);
    const shortlist = changed(before, slug, action);
    if (!writeShortlists({ ...changeCurrent(stored, shortlist), lastUsed: Date.now() })) return;
    event.preventDefault();
    const address = toShortlistAddress(pageLocale(), shortlist);
    showShortlistAt(address, () => {
      onShown();
      focusAfter(action, slug, before.slugs.indexOf(slug));
      announce(fillInPage(textFor(action), valuesFor(shortlist, slug, name)));
    });
  });
}

const latest = createLatestOnly();

/** Only what was asked last is shown. Back leads to where the list was come from, not to how it was before. */
export function showShortlistAt(address: string, onShown: () => void): void {
  latest.start(async (signal) => {
    const next = await fetchPage(address, signal);
    if (signal.aborted) return;
    if (!next) return location.replace(address);
    swap(next, address);
    onShown();
  });
}

function changed({ slugs, made }: Shortlist, slug: string, action: EntryAction): Shortlist {
  if (action === 'remove') return removeListing({ slugs, made }, slug);
  return moveListing({ slugs, made }, slug, action === 'up' ? -1 : 1);
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
function focusAfter(action: EntryAction, slug: string, index: number) {
  const entries = [...document.querySelectorAll<HTMLElement>('#shortlist > li')];
  const entry =
    action === 'remove'
      ? (entries[index] ?? entries[entries.length - 1])
      : entries.find((each) => each.dataset.slug === slug);
  const link =
    entry?.querySelector<HTMLElement>(`[data-act=${action}]`) ??
    entry?.querySelector<HTMLElement>('[data-act]');
  (link ?? document.getElementById('main'))?.focus();
}

function textFor(action: EntryAction): string {
  return action === 'remove' ? readPageWords().removed : readPanelWords().moved;
}

function valuesFor({ slugs }: Shortlist, slug: string, name: string): Values {
  return { name, place: slugs.indexOf(slug) + 1, count: slugs.length };
}
