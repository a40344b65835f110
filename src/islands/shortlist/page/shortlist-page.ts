import { updateLinks } from '../links.ts';
import { showNavigatorPanel, startNavigatorPanel } from '../navigator/navigator-panel.ts';
import { startEntryActions } from './entry-actions.ts';
import { showNotes, startNotes } from './notes.ts';
import { showShareButtons, startShareButtons } from './share-buttons.ts';
import { syncWithAddress } from './sync-with-address.ts';

/**
 * The page of a list, where its address is the list. This adds what a tab can remember of it: notes,
 * several lists, and moving in place. Whatever fails, the page's links lead to the list as it would be.
 */
export function startShortlistPage(): void {
  if (!syncWithAddress()) return;
  startEntryActions(showAll);
  startNotes();
  startShareButtons();
  startNavigatorPanel(showAll);
  showAll();
}

function showAll() {
  // The tab knows which list is added to: no other address needs to hold it.
  for (const field of document.querySelectorAll('main form input[type=hidden]')) field.remove();
  showNotes();
  showShareButtons();
  showNavigatorPanel();
  updateLinks();
}
