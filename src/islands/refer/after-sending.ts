/**
 * On a shared computer the next person must not get the answers by Back: browsers fill a form in again.
 * A page of the form that is come back to after it was sent makes way for an empty one. Pages that were
 * posted are the server's, which leads them to the status page.
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

/** True if this form was sent in this tab, and its page is making way. */
export function replaceIfSent(form: HTMLFormElement): boolean {
  // In an entry of the history a name outlives the page, which the server gives a new token each time.
  const name = (history.state as { form?: string } | null)?.form ?? nameOf(form);
  const isSent = () => readStored(SENT).split(' ').includes(name);
  const replacePage = () => {
    form.hidden = true;
    form.reset();
    // The same address again is the same entry to Chromium, state and all.
    history.replaceState(null, '');
    location.replace(location.pathname);
  };
  if (isSent()) {
    replacePage();
    return true;
  }
  const nameEntry = () => history.replaceState({ ...history.state, form: name }, '');
  nameEntry();
  // Entries of the form before this one may lead to this page.
  addEventListener('popstate', nameEntry);
  form.addEventListener('submit', () => store(IN_HAND, name));
  // A page that the browser kept whole.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isSent()) replacePage();
  });
  return false;
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
