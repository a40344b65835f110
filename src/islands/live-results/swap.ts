/**
 * Brings a page of results up to date from the same page as the server renders it for another
 * search. Parts marked `data-live` are replaced by the part of the same id; the rest stays.
 */

export interface SwapOptions {
  /**
   * Whoever is ticking boxes in a part keeps it: replacing it would lose their place, and a group's
   * own counts do not depend on its own ticks. Not so when an earlier search is brought back.
   */
  keepPartInUse: boolean;
}

/** false: `next` is not a page of results, and nothing has been swapped. */
export function swapResults(page: Document, next: Document, options: SwapOptions): boolean {
  if (!next.getElementById('results')) return false;
  const focused = page.activeElement;
  for (const part of page.querySelectorAll('[data-live]')) {
    const newPart = next.getElementById(part.id);
    const isInUse = focused instanceof HTMLInputElement && part.contains(focused);
    if (!newPart || (isInUse && options.keepPartInUse)) continue;
    part.replaceWith(page.adoptNode(newPart));
  }
  page.title = next.title;
  restoreFocus(page, focused);
  addLeaveLink(page, next);
  return true;
}

// Once there it stays: whoever typed such words may still need it for others.
function addLeaveLink(page: Document, next: Document) {
  const link = next.querySelector('.leave-page');
  if (!link || page.querySelector('.leave-page')) return;
  page.querySelector('body > header')?.before(page.adoptNode(link));
  for (const { src } of next.querySelectorAll<HTMLScriptElement>('script[src]')) {
    if ([...page.scripts].some((script) => script.src === src)) continue;
    page.body.append(Object.assign(page.createElement('script'), { type: 'module', src }));
  }
}

// Only when what had the focus has gone: to its successor, or to the heading that says what changed.
function restoreFocus(page: Document, focused: Element | null) {
  if (!focused || page.contains(focused)) return;
  const successor = focused.id ? page.getElementById(focused.id) : null;
  (successor ?? page.getElementById('results-heading'))?.focus();
}
