/**
 * Where someone is on the page of results: how far down, and which filters are unfolded. Kept with the
 * step of the browser's history that it belongs to, so that Back, Forward and a reload bring it back;
 * it is in no address and no storage, and goes with the tab.
 */
interface ViewState {
  y: number;
  /** Ids of unfolded <details>. */
  open: string[];
}

// Safari allows 100 changes of the history in 30 seconds.
const SCROLL_PAUSE_MS = 350;

/** Unfolds what was unfolded, and takes note from then on. */
export function trackViewState(): void {
  for (const id of readViewState()?.open ?? [])
    document.getElementById(id)?.setAttribute('open', '');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(saveViewState, SCROLL_PAUSE_MS);
    },
    { passive: true },
  );
  // `toggle` does not bubble.
  document.addEventListener('toggle', saveViewState, true);
}

export function currentViewState(): ViewState {
  const unfolded = document.querySelectorAll('#filters[open], #filters details[open]');
  return { y: scrollY, open: [...unfolded].map(({ id }) => id) };
}

export function saveViewState(): void {
  history.replaceState(currentViewState(), '');
}

/** undefined: this step has no note. */
export function readViewState(): ViewState | undefined {
  const state = history.state as Partial<ViewState> | null;
  return state?.open && state.y !== undefined ? { y: state.y, open: state.open } : undefined;
}
