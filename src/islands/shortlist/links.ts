import {
  addListing,
  parseCarried,
  removeListing,
  type Shortlist,
  toShortlistAddress,
} from '../../shortlist/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { pageLocale } from '../page-locale.ts';
import { writeText } from '../write-text.ts';
import { announce, readPageWords } from './announce.ts';
import { showBar } from './navigator/navigator-bar.ts';
import { clearWithOtherTabs } from './stored/clear.ts';
import { readShortlists, today, writeShortlists } from './stored/shortlist-storage.ts';
import {
  changeCurrent,
  currentShortlist,
  emptyShortlists,
  type StoredShortlists,
  toggleListing,
} from './stored/stored-shortlists.ts';

/** Puts a listing on the tab's list or takes it off. Throws where nothing can be remembered. */
export function toggle(link: HTMLAnchorElement): void {
  const words = readPageWords();
  const { shortlist: slug = '', name = '' } = link.dataset;
  const stored = toggleListing(readShortlists() ?? shortlistsFromAddress(), slug, today());
  if (!stored) {
    announce(words.isFull);
    return;
  }
  if (!writeShortlists({ ...stored, lastUsed: Date.now() }))
    throw new Error('Nothing can be remembered.');
  updateLinks();
  const { slugs } = currentShortlist(stored);
  const text = slugs.includes(slug) ? words.added : words.removed;
  announce(fillInPage(text, { name, count: slugs.length }));
}

/** Makes the page's links say what is on the list, now and whenever more of them come. */
export function updateLinks(): void {
  const stored = readShortlists();
  const words = readPageWords();
  const locale = pageLocale();
  const shortlist: Shortlist = stored ? currentShortlist(stored) : { slugs: [], made: today() };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-shortlist]')) {
    const { shortlist: slug = '' } = link.dataset;
    const wasOn = link.classList.contains('is-on');
    const isOn = shortlist.slugs.includes(slug);
    if (link.classList.toggle('is-on', isOn) !== wasOn) {
      writeText(link.querySelector('.shortlist-word') as Element, isOn ? words.isOn : words.add);
    }
    const then = isOn ? removeListing(shortlist, slug) : addListing(shortlist, slug);
    link.href = toShortlistAddress(locale, then);
  }
  showCount(shortlist.slugs.length, toShortlistAddress(locale, shortlist));
  watchForMore();
  showBar();
}

function showCount(count: number, address: string) {
  const words = readPageWords();
  const link = document.getElementById('shortlist-count-link') as HTMLAnchorElement | null;
  if (!link) return;
  link.href = address;
  writeText(link, count === 0 ? words.nav : fillInPage(words.navCount, { count }));
}

let isWatching = false;

// Results change in place while a search is typed.
function watchForMore() {
  if (isWatching) return;
  isWatching = true;
  const main = document.getElementById('main') as HTMLElement;
  new MutationObserver(updateLinks).observe(main, { childList: true, subtree: true });
  addEventListener('pageshow', updateLinks);
  clearWithOtherTabs();
}

// A search that was begun without a script carries its list in its address.
function shortlistsFromAddress(): StoredShortlists {
  const carried = parseCarried(new URLSearchParams(location.search), today());
  return changeCurrent(emptyShortlists(Date.now()), carried ?? {});
}
