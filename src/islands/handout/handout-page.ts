import type { Locale } from '../../i18n/locale.ts';
import { toShortlistAddress } from '../../shortlist/browser.ts';
import type { HeldList } from '../shortlist/held.ts';
import { readHeld } from '../shortlist/held-storage.ts';

/**
 * Puts onto a handout what the tab remembers of its list: notes, and who made it. A handout of a list
 * that was cleared since is not seen again by Back; one that never was the tab's is left alone.
 */
export function startHandoutPage(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!arrive(navigation?.type === 'back_forward')) return;
  // A page that the browser keeps whole is not seen again before it is known what is held by then.
  addEventListener('pagehide', () => showPage(false));
  addEventListener('pageshow', (event) => {
    if (!event.persisted || arrive(true)) showPage(true);
  });
}

/** `false`: another address is on its way. */
function arrive(isReturn: boolean): boolean {
  const list = findOwnList();
  if (list) {
    // Says only that the tab knew this list, not which.
    history.replaceState({ ...history.state, isOfTab: true }, '');
    fillIn(list);
  }
  if (list || !isReturn || !history.state?.isOfTab) return true;
  const locale = document.documentElement.lang as Locale;
  location.replace(toShortlistAddress(locale, { slugs: [], made: '' }));
  return false;
}

/** Of the tab's lists the one that this handout shows: nobody else's notes may be printed on it. */
function findOwnList(): HeldList | undefined {
  const items = document.querySelector<HTMLInputElement>('input[name=items]')?.value;
  return readHeld()?.lists.find(({ slugs }) => slugs.length > 0 && slugs.join('.') === items);
}

function fillIn({ notes }: HeldList) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-note-for]')) {
    place.textContent = notes[place.dataset.noteFor ?? ''] ?? '';
  }
  const madeBy = document.querySelector<HTMLTextAreaElement>('#made-by');
  if (madeBy && madeBy.value === '') madeBy.value = readHeld()?.madeBy ?? '';
}

function showPage(isShown: boolean) {
  document.documentElement.style.visibility = isShown ? '' : 'hidden';
}
