/**
 * "Leave this page": clears and covers the page at once, then puts another site in its place, so that
 * Back does not bring it back. What it must do: acceptance.md.
 */

// Long enough that closing a list of suggestions says nothing, and that nobody leaves by a slip.
const SAID_AFTER_MS = 400;
const HELD_MS = 1500;
// Of this tab only, and nothing but this word: pages before this one can be reached by Back too.
const MARK = 'left';

export function startLeavePage(): void {
  const link = document.getElementById('leave-page') as HTMLAnchorElement;
  const address = link.href;
  const [navigation] = performance.getEntriesByType('navigation');
  const leaveIfLeft = (isReturn: boolean) => {
    if (!hasLeftBefore()) return;
    if (isReturn) leave(address);
    else setLeft(false);
  };
  leaveIfLeft((navigation as PerformanceNavigationTiming).type === 'back_forward');
  // A page that the browser kept whole, with what was typed.
  addEventListener('pageshow', (event) => {
    if (event.persisted) leaveIfLeft(true);
  });

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(address);
  });
  watchHeldEscape(link, () => leave(address));
  document.getElementById('leave-page-keys')?.removeAttribute('hidden');
}

function leave(address: string): void {
  for (const each of document.querySelectorAll('input, textarea, select')) {
    // Defaults too: a page with errors comes from the server with what was typed.
    const field = each as HTMLInputElement;
    field.value = field.defaultValue = '';
    field.checked = field.defaultChecked = false;
  }
  document.body.replaceChildren();
  document.title = new URL(address).hostname;
  setLeft(true);
  location.replace(address);
}

/**
 * No key that is used for writing: keyboards on screen press Shift by themselves at each sentence. Whoever
 * lets go in time stays.
 */
function watchHeldEscape(link: HTMLElement, onHeld: () => void): void {
  const status = document.getElementById('leave-page-status') as HTMLElement;
  const { holding = '', stayed = '' } = link.dataset;
  let timers: number[] = [];
  let isHeld = false;
  const hold = () => {
    isHeld = true;
    onHeld();
  };
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    if (status.textContent === holding) status.textContent = stayed;
  };
  addEventListener('keydown', (event) => {
    const { key, repeat, isComposing } = event;
    if (key !== 'Escape') stop();
    // Browsers take it for "stop loading", also of the site that is to come.
    if (key === 'Escape' && repeat) event.preventDefault();
    if (key !== 'Escape' || repeat || isComposing || timers.length > 0) return;
    const say = () => {
      status.textContent = holding;
    };
    timers = [window.setTimeout(say, SAID_AFTER_MS), window.setTimeout(hold, HELD_MS)];
  });
  addEventListener('keyup', () => {
    stop();
    if (isHeld) onHeld();
  });
  // The key is let go where this page does not hear of it.
  addEventListener('blur', stop);
}

function setLeft(hasLeft: boolean): void {
  try {
    // With all else that the tab remembers: shortlists, notes, nicknames.
    if (hasLeft) sessionStorage.clear();
    if (hasLeft) sessionStorage.setItem(MARK, '1');
    else sessionStorage.removeItem(MARK);
  } catch {
    // Storage is switched off: leaving works, only earlier pages can be reached by Back.
  }
}

function hasLeftBefore(): boolean {
  try {
    return sessionStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}
