import type { Locale } from '../../i18n/locale.ts';
import { parseShortlist, toShortlistAddress } from '../../shortlist/browser.ts';
import { beginHeld, currentList, openList } from './held.ts';
import { readHeld, today, writeHeld } from './held-storage.ts';
import { startActs } from './in-place.ts';
import { showHeld } from './links.ts';
import { showNavigatorPanel, startNavigatorPanel } from './navigator-panel.ts';
import { showNotes, startNotes } from './notes.ts';
import { showShareButtons, startShareButtons } from './share-buttons.ts';

/**
 * The page of a list, where its address is the list. This adds what a tab can remember of it: notes,
 * several lists, and moving in place. Whatever fails, the page's links lead to the list as it would be.
 */
export function startListPage(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!arrive(navigation?.type === 'back_forward')) return;
  startActs(showAll);
  startNotes();
  startShareButtons();
  startNavigatorPanel(showAll);
  showAll();
  // A page that the browser keeps whole is not seen again before it is known what is held by then.
  addEventListener('pagehide', () => showPage(false));
  addEventListener('pageshow', (event) => {
    if (!event.persisted || arrive(true)) showPage(true);
  });
}

/**
 * For Back and Forward the tab knows best: its list may have changed since, or have been cleared. Else
 * the address says what the list is. `false`: another address is on its way.
 */
function arrive(isReturn: boolean): boolean {
  const asked = parseShortlist(new URLSearchParams(location.search), today()).list;
  const held = readHeld();
  const list = held ? currentList(held) : { slugs: [], made: asked.made };
  if (isReturn || asked.slugs.length === 0) {
    if (list.slugs.join() === asked.slugs.join()) return true;
    location.replace(toShortlistAddress(document.documentElement.lang as Locale, list));
    return false;
  }
  const isFromElsewhere = !document.referrer.startsWith(`${location.origin}/`);
  const opened = openList(held ?? beginHeld(Date.now()), asked, { isFromElsewhere });
  writeHeld({ ...opened, lastUsed: Date.now() });
  return true;
}

function showAll() {
  // The tab knows which list is added to: no other address needs to hold it.
  for (const field of document.querySelectorAll('main form input[type=hidden]')) field.remove();
  showNotes();
  showShareButtons();
  showNavigatorPanel();
  showHeld();
}

function showPage(isShown: boolean) {
  document.documentElement.style.visibility = isShown ? '' : 'hidden';
}
