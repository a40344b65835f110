import { toFormAddress } from '../form-address.ts';
import { createLatestOnly } from '../latest-only.ts';
import { announce } from '../search-status.ts';
import { untilNotReading } from './reading.ts';
import { swapResults } from './swap.ts';
import { currentViewState, readViewState, saveViewState, trackViewState } from './view-state.ts';

/**
 * Results that follow the form on /search/ without a new page. There is one renderer, the server: the
 * same address is fetched and its parts are swapped in, so a search looks alike however it was
 * reached. Whatever fails, the browser goes to the address as it would without this script.
 */

/** typed: words still being written. asked: a box ticked, a link, the button. returned: Back. */
type Cause = 'typed' | 'asked' | 'returned';

// Below what feels like waiting, and longer than between two letters of a quick typist; for a slow one
// some answers are asked for in vain and given up.
const TYPING_PAUSE_MS = 150;

export function startLiveResults(): void {
  // Safari tells since 15.4 which button was pressed: before, the form is sent as without this script.
  if (!('SubmitEvent' in window)) return;
  const form = document.getElementById('search-form') as HTMLFormElement;
  const latest = createLatestOnly();
  let shown = location.pathname + location.search;
  let lastCause: Cause = 'asked';

  function search(cause: Cause, address: string, delayMs = 0) {
    if (address === shown && cause !== 'returned') {
      latest.stop();
      setBusy(false);
      return;
    }
    announce('results', '');
    if (cause === 'asked') saveViewState();
    const viewState = cause === 'returned' ? readViewState() : undefined;
    latest.start(async (signal) => {
      setBusy(true);
      const next = await fetchPage(address, signal);
      if (signal.aborted) return;
      if (cause === 'typed') {
        setBusy(false);
        await untilNotReading(form, signal);
      }
      if (signal.aborted) return;
      if (next && swapResults(document, next, { keepPartInUse: cause !== 'returned' })) {
        showAddress(cause, address);
        if (viewState) scrollTo(0, viewState.y);
        announce('results', document.getElementById('results')?.dataset.announce ?? '');
      } else if (cause === 'typed') setBusy(false);
      else if (cause === 'returned') location.reload();
      else location.assign(address);
    }, delayMs);
  }

  // Going Back passes over the states between two letters of the same words.
  function showAddress(cause: Cause, address: string) {
    if (cause === 'typed' && lastCause === 'typed')
      history.replaceState(currentViewState(), '', address);
    else if (cause !== 'returned') history.pushState(currentViewState(), '', address);
    lastCause = cause;
    shown = address;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
      link.search = location.search;
    }
    const words = form.elements.namedItem('q');
    if (cause !== 'typed' && words instanceof HTMLInputElement) {
      words.value = new URLSearchParams(location.search).get('q') ?? '';
    }
  }

  trackViewState();
  form.addEventListener('input', (event) => {
    if (isWords(event.target) && !savesData()) {
      search('typed', addressOf(form), TYPING_PAUSE_MS);
    }
  });
  // Boxes stand outside the form and belong to it by their `form` attribute: events pass it by.
  document.addEventListener('change', (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.form === form && !isWords(field)) {
      search('asked', addressOf(form, document.getElementById('filters-apply')));
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search('asked', addressOf(form, event.submitter));
    leaveForm(event.submitter);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-live-link]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    search('asked', link.pathname + link.search);
  });
  addEventListener('popstate', () => search('returned', location.pathname + location.search));
  if (isTickedAlready(form))
    search('asked', addressOf(form, document.getElementById('filters-apply')));
}

// Before this script came. Not where a browser that went back filled the boxes in again.
function isTickedAlready(form: HTMLFormElement): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (
    navigation?.type === 'navigate' &&
    [...form.elements].some(
      (field) => field instanceof HTMLInputElement && field.checked !== field.defaultChecked,
    )
  );
}

function addressOf(form: HTMLFormElement, submitter: HTMLElement | null = null): string {
  return toFormAddress(form.getAttribute('action') ?? '', new FormData(form, submitter));
}

async function fetchPage(address: string, signal: AbortSignal): Promise<Document | undefined> {
  try {
    const response = await fetch(address, { signal });
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    return undefined;
  }
}

function isWords(field: EventTarget | null): boolean {
  return field instanceof HTMLInputElement && field.name === 'q';
}

function setBusy(isBusy: boolean) {
  document.getElementById('results')?.setAttribute('aria-busy', String(isBusy));
}

// As a new page would: the filters fold away on a phone, and its keyboard makes room for the results.
function leaveForm(submitter: HTMLElement | null) {
  if (submitter?.id === 'filters-apply') {
    submitter.closest('details')?.removeAttribute('open');
    document.getElementById('results-heading')?.focus();
  } else if (
    matchMedia('(pointer: coarse)').matches &&
    document.activeElement instanceof HTMLInputElement
  ) {
    document.activeElement.blur();
  }
}

// Results while typing cost a page of data for every pause; pressing Search still works.
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
