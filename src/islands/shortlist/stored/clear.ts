import { localisePath } from '../../../i18n/locale.ts';
import { pageLocale } from '../../page-locale.ts';
import { clearShortlists } from './shortlist-storage.ts';

// Passes a word between open tabs, and keeps nothing.
const CHANNEL = 'shortlists';

/** Everything that this site's open tabs remember of lists, at once. */
export function clearEverything(): void {
  openChannel()?.postMessage('clear');
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
  location.replace(`${localisePath(pageLocale(), '/shortlist/')}?cleared=1`);
}

export function clearWithOtherTabs(): void {
  const channel = openChannel();
  if (channel) channel.onmessage = clearThisTab;
}

// Safari has it since 15.4. Without it each tab is cleared by itself.
function openChannel(): BroadcastChannel | undefined {
  return 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : undefined;
}
