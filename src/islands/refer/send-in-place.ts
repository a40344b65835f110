import { fetchWithin } from '../fetch-within.ts';
import { markSent, prepareForBack, tellScript } from './after-sending.ts';

/**
 * The check page sends its form without a page of its own in the history, and the status page takes its
 * place: Back then leads to the form, and not to a page that was posted, which browsers cannot show again.
 * Whatever else comes of it, the browser sends the form as without this script; it is counted once.
 */

// The server holds a form back that comes too soon, for some seconds.
const MOST_WAIT_MS = 20_000;

export function sendInPlace(): void {
  const form = document.getElementById('check-answers') as HTMLFormElement;
  // Safari tells since 15.4 which button was pressed.
  if (!('SubmitEvent' in window)) return;
  let isSending = false;
  tellScript(form, true);
  prepareForBack(form);
  form.addEventListener('submit', async (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.value !== 'send') return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const words = [...button.childNodes];
    button.replaceChildren(button.dataset.sending ?? '');
    const statusPage = await send(form);
    // "Leave this page" was pressed, and empties it: nothing may take the other site's place.
    if (!form.isConnected) return;
    if (statusPage) {
      // The status page says so too, unless its script does not come.
      markSent();
      location.replace(statusPage);
      return;
    }
    button.replaceChildren(...words);
    isSending = false;
    submitAsBrowser(form);
  });
}

/** The address of the status page; `undefined` if the form was not taken, or nobody knows. */
async function send(form: HTMLFormElement): Promise<string | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  body.set('step', 'send');
  const answer = await fetchWithin(MOST_WAIT_MS, form.action, { method: 'POST', body });
  return answer?.redirected && /\/refer\/status\//.test(answer.url) ? answer.url : undefined;
}

function submitAsBrowser(form: HTMLFormElement): void {
  const step = document.createElement('input');
  step.type = 'hidden';
  step.name = 'step';
  step.value = 'send';
  form.append(step);
  form.submit();
  // Should the browser keep this page whole, "Change" must not send.
  step.remove();
}
