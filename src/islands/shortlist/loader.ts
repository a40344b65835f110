/**
 * What every page loads of the shortlist: too little to notice. The rest comes when a link is first
 * used, or when the tab holds a list already.
 */
export function startShortlist(): void {
  const load = () => import('./links.ts');
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-shortlist]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    load()
      .then(({ toggle }) => toggle(link))
      .catch(() => location.assign(link.href));
  });
  // Also of a page that the browser kept whole: the list may have changed since.
  addEventListener('pageshow', () => {
    let hasStored = false;
    try {
      hasStored = 'shortlists' in sessionStorage;
    } catch {
      // Storage is refused: links lead to addresses.
    }
    // Where it does not come, links lead to addresses.
    if (hasStored)
      load().then(
        ({ updateLinks }) => updateLinks(),
        () => undefined,
      );
  });
}
