/**
 * "Leave this page": clears and covers the page at once, then puts another site in its place, so that
 * Back does not bring it back. What it must do: acceptance.md.
 */

const WITHIN_MS = 5000;
const PRESSES = 3;
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
  countPresses(link, () => leave(address));
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

function countPresses(link: HTMLElement, onLast: () => void): void {
  const messages = JSON.parse(link.dataset.pressed ?? '[]') as string[];
  const status = document.getElementById('leave-page-status') as HTMLElement;
  let presses: number[] = [];
  addEventListener('keydown', (event) => {
    if (event.repeat) return;
    // A capital letter is Shift and another key: whoever types "Mr J S" is not leaving.
    presses = event.key === 'Shift' ? [...presses, event.timeStamp] : [];
    presses = presses.filter((time) => event.timeStamp - time < WITHIN_MS);
    if (presses.length >= PRESSES) onLast();
    else if (presses.length > 0) status.textContent = messages[presses.length - 1] ?? '';
  });
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
