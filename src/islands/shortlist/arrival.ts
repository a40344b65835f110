import type { Locale } from '../../i18n/locale.ts';
import { parseShortlist, toShortlistAddress } from '../../shortlist/browser.ts';
import { beginHeld, currentList, openBegun, openList } from './held.ts';
import { canRemember, readHeld, today, writeHeld } from './held-storage.ts';

/**
 * Brings a page whose address holds a list and the tab's memory together, now and when the browser
 * shows the page again. `false`: another address is on its way.
 */
export function arriveWithList(): boolean {
  if (!canRemember()) return true;
  // A page that the browser keeps whole is not seen again before it is known what is held by then.
  addEventListener('pagehide', () => showPage(false));
  addEventListener('pageshow', (event) => {
    if (!event.persisted || comeBack()) showPage(true);
  });
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const asked = askedList();
  if (navigation?.type === 'back_forward' || asked.slugs.length === 0) return comeBack();
  const isFromElsewhere = !document.referrer.startsWith(`${location.origin}/`);
  const held = readHeld() ?? beginHeld(Date.now());
  // A link that begins a list has no day, which the server gives it by leading on. So does a list's own
  // short address, which stands on the list's page.
  const isBegun =
    !isFromElsewhere &&
    Boolean(navigation?.redirectCount) &&
    (asked.slugs.length === 1 || !document.referrer.includes('/shortlist/'));
  const opened = isBegun
    ? openBegun(held, asked.slugs, today())
    : openList(held, asked, { isFromElsewhere });
  const isKept = writeHeld({ ...opened, lastUsed: Date.now() });
  return isBegun && isKept ? comeBack() : true;
}

/** The tab knows best: its list may have changed since the address was left, or have been cleared. */
function comeBack(): boolean {
  const held = readHeld();
  const list = held ? currentList(held) : { slugs: [], made: '' };
  if (list.slugs.join() === askedList().slugs.join()) return true;
  location.replace(toShortlistAddress(document.documentElement.lang as Locale, list));
  return false;
}

function askedList() {
  return parseShortlist(new URLSearchParams(location.search), today()).list;
}

function showPage(isShown: boolean) {
  document.documentElement.style.visibility = isShown ? '' : 'hidden';
}
