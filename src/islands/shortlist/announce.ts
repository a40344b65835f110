import type { ShortlistWords } from './page-words.ts';

/** Every page has it, so that it is there before anything is said in it. */
function statusElement(): HTMLElement {
  return document.getElementById('shortlist-status') as HTMLElement;
}

export function readPageWords(): ShortlistWords {
  return JSON.parse(statusElement().dataset.words ?? '{}') as ShortlistWords;
}

// Emptied for a moment, so that the same words are heard again.
const PAUSE_MS = 50;

export function announce(text: string): void {
  const status = statusElement();
  status.textContent = '';
  setTimeout(() => {
    status.textContent = text;
  }, PAUSE_MS);
}
