/**
 * On a shared computer the next person must not get the answers by Back: browsers fill a form in again.
 * A page of the form that is come back to after it was sent makes way for an empty one.
 */

// Of this tab only, and nothing but random names of forms.
const IN_HAND = 'form-in-hand';
const SENT = 'forms-sent';

/** For the page after sending: whatever form was in hand was sent. */
export function markSent(): void {
  const name = readStored(IN_HAND);
  if (name && !readStored(SENT).split(' ').includes(name))
    store(SENT, `${readStored(SENT)} ${name}`);
}

/** What an entry of the history remembers of its page. */
interface EntryState {
  /** A name outlives the page, which the server gives a new token each time. */
  form?: string;
  /** The check page stood here, and one of its answers was changed. */
  readOver?: boolean;
}

/**
 * Whether the form says to the server that no script runs, which then lets the browser keep the pages that
 * it is sent to: without a script Back would end in an error of the browser.
 */
export function tellScript(form: HTMLFormElement, runs: boolean): void {
  const field = form.elements.namedItem('withoutScript') as HTMLInputElement | null;
  if (field) field.disabled = runs;
}

/** True if this form was sent in this tab, or stands where another page was, and is making way. */
export function replaceIfSent(form: HTMLFormElement): boolean {
  const { form: name = nameOf(form), readOver } = (history.state ?? {}) as EntryState;
  if (isSent(name)) {
    replacePage(form);
    return true;
  }
  if (readOver) {
    // The form before it has what was typed; this one is empty.
    form.hidden = true;
    history.back();
    return true;
  }
  const nameEntry = () => history.replaceState({ ...history.state, form: name }, '');
  nameEntry();
  // Entries of the form before this one may lead to this page.
  addEventListener('popstate', nameEntry);
  form.addEventListener('submit', () => store(IN_HAND, name));
  // A page that the browser kept whole.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isSent(name)) replacePage(form);
  });
  return false;
}

/**
 * For the check page. A browser cannot come back to a page that was posted; an entry that has got a
 * state is asked for like any other address.
 */
export function prepareForBack(form: HTMLFormElement): void {
  form.addEventListener('submit', ({ submitter }) => {
    if ((submitter as HTMLButtonElement | null)?.value !== 'edit') return;
    history.replaceState({ form: nameOf(form), readOver: true } satisfies EntryState, '');
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isSent(nameOf(form))) replacePage(form);
  });
}

function replacePage(form: HTMLFormElement): void {
  form.hidden = true;
  form.reset();
  // The same address again is the same entry to Chromium, state and all.
  history.replaceState(null, '');
  location.replace(location.pathname);
}

function isSent(name: string): boolean {
  return readStored(SENT).split(' ').includes(name);
}

// The random part of its token: the same on every page that the form goes through.
function nameOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('formToken')).split('.')[1] ?? '';
}

// Storage may be switched off: then the page after sending still says what a browser keeps.
function readStored(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function store(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {}
}
