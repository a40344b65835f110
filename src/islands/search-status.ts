/**
 * The one live region of a page with a search box. What is to be said of the suggestions and of the
 * results is spoken together once the visitor pauses: two regions, or one that changes with each letter,
 * would speak over each other.
 */
type Topic = 'results' | 'suggestions';

const PAUSE_MS = 700;

const pending = new Map<Topic, string>();
let waiting: ReturnType<typeof setTimeout> | undefined;

/** An empty text takes back what has not been spoken yet. */
export function announce(topic: Topic, text: string): void {
  if (text === '') {
    pending.delete(topic);
    return;
  }
  pending.set(topic, text);
  // Emptied first: the same text again is otherwise no change, and not spoken.
  setStatus('');
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    setStatus([pending.get('results'), pending.get('suggestions')].filter(Boolean).join('. '));
    pending.clear();
  }, PAUSE_MS);
}

function setStatus(text: string) {
  const status = document.getElementById('search-status');
  if (status) status.textContent = text;
}
