import { fetchWithin } from '../fetch-within.ts';
import { nextPollMs } from './poll-times.ts';

/**
 * The status page brings itself up to date while a request is on its way: the same page is fetched, and
 * where its news has changed, its parts are put in place and the news is announced. A page that cannot be
 * fetched changes nothing.
 */

const MOST_WAIT_MS = 15_000;

export function watchProgress(): void {
  let waitedMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function planNext() {
    clearTimeout(timer);
    const delayMs = nextPollMs(waitedMs);
    if (document.hidden || delayMs === undefined || !mayChangeSoon()) return;
    timer = setTimeout(async () => {
      waitedMs += delayMs;
      const next = await fetchPage();
      if (next) showNews(next);
      planNext();
    }, delayMs);
  }

  document.addEventListener('visibilitychange', planNext);
  planNext();
}

function newsOf(page: Document): HTMLElement | null {
  return page.getElementById('progress');
}

function mayChangeSoon(): boolean {
  return newsOf(document)?.dataset.mayChangeSoon !== undefined;
}

async function fetchPage(): Promise<Document | undefined> {
  const answer = await fetchWithin(MOST_WAIT_MS, location.pathname, { cache: 'no-store' });
  // A connection may break within a page.
  const html = answer?.ok ? await answer.text().catch(() => '') : '';
  return html === '' ? undefined : new DOMParser().parseFromString(html, 'text/html');
}

function showNews(next: Document): void {
  const announcement = newsOf(next)?.dataset.announce;
  if (!announcement || announcement === newsOf(document)?.dataset.announce) return;
  for (const id of ['progress', 'progress-as-of']) {
    const part = document.getElementById(id);
    const newPart = next.getElementById(id);
    if (part && newPart) swap(part, newPart);
  }
  document.title = next.title;
  const status = document.getElementById('progress-status');
  if (status) status.textContent = announcement;
}

// Whoever stands on a link, a phone number, stays on it.
function swap(part: HTMLElement, newPart: HTMLElement): void {
  const focused = document.activeElement;
  const href = part.contains(focused) ? focused?.getAttribute('href') : null;
  part.replaceWith(document.adoptNode(newPart));
  const links = [...newPart.querySelectorAll<HTMLAnchorElement>('a[href]')];
  links.find((link) => link.getAttribute('href') === href)?.focus({ preventScroll: true });
}
