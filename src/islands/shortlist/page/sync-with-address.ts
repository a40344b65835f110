import { parseShortlist, toShortlistAddress } from '../../../shortlist/browser.ts';
import { pageLocale } from '../../page-locale.ts';
import { canStore, readShortlists, today, writeShortlists } from '../stored/shortlist-storage.ts';
import {
  addListings,
  currentShortlist,
  emptyShortlists,
  openShortlist,
} from '../stored/stored-shortlists.ts';

/**
 * Brings a page whose address holds a list and the tab's memory together, now and when the browser
 * shows the page again. `false`: another address is on its way.
 */
export function syncWithAddress(): boolean {
  if (!canStore()) return true;
  // A page that the browser keeps whole is not seen again before it is known what is stored by then.
  addEventListener('pagehide', () => showPage(false));
  addEventListener('pageshow', (event) => {
    if (!event.persisted || showCurrent()) showPage(true);
  });
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const inAddress = shortlistInAddress();
  if (navigation?.type === 'back_forward' || inAddress.slugs.length === 0) return showCurrent();
  const isFromElsewhere = !document.referrer.startsWith(`${location.origin}/`);
  const stored = readShortlists() ?? emptyShortlists(Date.now());
  // A link that begins a list has no day, which the server gives it by leading on. So does a list's own
  // short address, which stands on the list's page.
  const isAddLink =
    !isFromElsewhere &&
    Boolean(navigation?.redirectCount) &&
    (inAddress.slugs.length === 1 || !document.referrer.includes('/shortlist/'));
  const opened = isAddLink
    ? addListings(stored, inAddress.slugs, today())
    : openShortlist(stored, inAddress, { isFromElsewhere });
  const isStored = writeShortlists({ ...opened, lastUsed: Date.now() });
  return isAddLink && isStored ? showCurrent() : true;
}

/** The tab knows best: its list may have changed since the address was left, or have been cleared. */
function showCurrent(): boolean {
  const stored = readShortlists();
  const shortlist = stored ? currentShortlist(stored) : { slugs: [], made: '' };
  if (shortlist.slugs.join() === shortlistInAddress().slugs.join()) return true;
  location.replace(toShortlistAddress(pageLocale(), shortlist));
  return false;
}

function shortlistInAddress() {
  return parseShortlist(new URLSearchParams(location.search), today()).shortlist;
}

function showPage(isShown: boolean) {
  document.documentElement.style.visibility = isShown ? '' : 'hidden';
}
