import { type Locale, localisePath } from '../../../i18n/locale.ts';
import { clearShortlists } from './shortlist-storage.ts';

// Passes a word between open tabs, and keeps nothing.
const CHANNEL = 'shortlists';

/** Everything that this site's open tabs remember of lists, at once. */
export function clearEverything(): void {
  new BroadcastChannel(CHANNEL).postMessage('clear');
  clearThisTab();
}

/**
 * Forgets, shows nothing at once, and puts an empty list in the place of this page, so that Back does
 * not lead to it. Pages before it see for themselves that nothing is stored.
 */
export function clearThisTab(): void {
  clearShortlists();
  document.body.replaceChildren();
  document.title = '';
  const locale = document.documentElement.lang as Locale;
  location.replace(`${localisePath(locale, '/shortlist/')}?cleared=1`);
}

export function clearWithOtherTabs(): void {
  new BroadcastChannel(CHANNEL).onmessage = clearThisTab;
}
