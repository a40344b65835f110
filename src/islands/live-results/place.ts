/**
 * Where someone is on the page of results: how far down, and which filters are unfolded. Kept with the
 * step of the browser's history that it belongs to, so that Back, Forward and a reload bring it back;
 * it is in no address and no storage, and goes with the tab.
 */
interface Place {
  y: number;
  /** Ids of unfolded <details>. */
  open: string[];
}

// Safari allows 100 changes of the history in 30 seconds.
const SCROLL_PAUSE_MS = 350;

/** Unfolds what was unfolded, and takes note from then on. */
export function keepPlace(): void {
  for (const id of readPlace()?.open ?? []) document.getElementById(id)?.setAttribute('open', '');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(savePlace, SCROLL_PAUSE_MS);
    },
    { passive: true },
  );
  // `toggle` does not bubble.
  document.addEventListener('toggle', savePlace, true);
}

export function placeNow(): Place {
  const unfolded = document.querySelectorAll('#filters[open], #filters details[open]');
  return { y: scrollY, open: [...unfolded].map(({ id }) => id) };
}

export function savePlace(): void {
  history.replaceState(placeNow(), '');
}

/** undefined: this step has no note. */
export function readPlace(): Place | undefined {
  const state = history.state as Partial<Place> | null;
  return state?.open && state.y !== undefined ? { y: state.y, open: state.open } : undefined;
}
