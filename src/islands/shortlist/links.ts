import type { Locale } from '../../i18n/locale.ts';
import {
  addListing,
  parseCarried,
  removeListing,
  type Shortlist,
  toShortlistAddress,
} from '../../shortlist/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { announce, readPageWords } from './announce.ts';
import { clearWithOtherTabs } from './clear.ts';
import { beginHeld, changeCurrent, currentList, type Held, toggleListing } from './held.ts';
import { readHeld, today, writeHeld } from './held-storage.ts';
import { showBar } from './navigator-bar.ts';

/** Puts a listing on the tab's list or takes it off. Throws where nothing can be remembered. */
export function toggle(link: HTMLAnchorElement): void {
  const words = readPageWords();
  const { shortlist: slug = '', name = '' } = link.dataset;
  const held = toggleListing(readHeld() ?? beginFromPage(), slug, today());
  if (!held) {
    announce(words.isFull);
    return;
  }
  if (!writeHeld({ ...held, lastUsed: Date.now() })) throw new Error('Nothing can be remembered.');
  showHeld();
  const { slugs } = currentList(held);
  const said = slugs.includes(slug) ? words.added : words.removed;
  announce(fillInPage(said, { name, count: slugs.length }));
}

/** Makes the page's links say what is on the list, now and whenever more of them come. */
export function showHeld(): void {
  const held = readHeld();
  const words = readPageWords();
  const locale = document.documentElement.lang as Locale;
  const list: Shortlist = held ? currentList(held) : { slugs: [], made: today() };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-shortlist]')) {
    const { shortlist: slug = '' } = link.dataset;
    const isOn = list.slugs.includes(slug);
    const label = link.firstChild as Text;
    if (label.data.trim() !== (isOn ? words.isOn : words.add)) {
      label.data = `${isOn ? words.isOn : words.add} `;
    }
    link.classList.toggle('is-on', isOn);
    const then = isOn ? removeListing(list, slug) : addListing(list, slug);
    link.href = toShortlistAddress(locale, then);
  }
  showCount(list.slugs.length, toShortlistAddress(locale, list));
  watchForMore();
  showBar();
}

function showCount(count: number, address: string) {
  const words = readPageWords();
  const link = document.getElementById('shortlist-count-link') as HTMLAnchorElement | null;
  if (!link) return;
  link.href = address;
  link.textContent = count === 0 ? words.nav : fillInPage(words.navCount, { count });
}

let isWatching = false;

// Results change in place while a search is typed.
function watchForMore() {
  if (isWatching) return;
  isWatching = true;
  const main = document.getElementById('main') as HTMLElement;
  new MutationObserver(showHeld).observe(main, { childList: true, subtree: true });
  addEventListener('pageshow', showHeld);
  clearWithOtherTabs();
}

// A search that was begun without a script carries its list in its address.
function beginFromPage(): Held {
  const carried = parseCarried(new URLSearchParams(location.search), today());
  return changeCurrent(beginHeld(Date.now()), carried ?? {});
}
