import { toShortlistAddress } from '../../shortlist/browser.ts';
import { pageLocale } from '../page-locale.ts';
import { readShortlists } from '../shortlist/stored/shortlist-storage.ts';
import type { StoredShortlist } from '../shortlist/stored/stored-shortlists.ts';

/**
 * Puts onto a handout what the tab remembers of its list: notes, and who made it. A handout of a list
 * that was cleared since is not seen again by Back; one that never was the tab's is left alone.
 */
export function startHandoutPage(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!showStored(navigation?.type === 'back_forward')) return;
  // A page that the browser keeps whole is not seen again before it is known what is stored by then.
  addEventListener('pagehide', () => showPage(false));
  addEventListener('pageshow', (event) => {
    if (!event.persisted || showStored(true)) showPage(true);
  });
}

/** `false`: another address is on its way. */
function showStored(isReturn: boolean): boolean {
  const shortlist = findStoredShortlist();
  if (shortlist) {
    // Says only that the tab knew this list, not which.
    history.replaceState({ ...history.state, isOfTab: true }, '');
    fillIn(shortlist);
  }
  if (shortlist || !isReturn || !history.state?.isOfTab) return true;
  location.replace(toShortlistAddress(pageLocale(), { slugs: [], made: '' }));
  return false;
}

/** Of the tab's lists the one that this handout shows: nobody else's notes may be printed on it. */
function findStoredShortlist(): StoredShortlist | undefined {
  const items = document.querySelector<HTMLInputElement>('input[name=items]')?.value;
  return readShortlists()?.lists.find(({ slugs }) => slugs.length > 0 && slugs.join('.') === items);
}

function fillIn({ notes }: StoredShortlist) {
  for (const container of document.querySelectorAll<HTMLElement>('[data-note-for]')) {
    container.textContent = notes[container.dataset.noteFor ?? ''] ?? '';
  }
  const madeBy = document.querySelector<HTMLTextAreaElement>('#made-by');
  if (madeBy && madeBy.value === '') madeBy.value = readShortlists()?.madeBy ?? '';
}

function showPage(isShown: boolean) {
  document.documentElement.style.visibility = isShown ? '' : 'hidden';
}
