import { parsePostcode } from '../../directory/postcode.ts';
import { choosePlural } from '../../i18n/plural-forms.ts';
import { scoreMatch } from '../../referral/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { createLatestOnly } from '../latest-only.ts';
import type { StepWords } from './step-words.ts';

/**
 * Narrows the list of practices while a name or a street is typed. Only a postcode is asked of the
 * server, which knows how far away the practices are; it goes in the body, never in an address, and
 * nothing else that was typed goes with it.
 */

const PAUSE_MS = 600;

export function startPracticeFinder(
  form: HTMLFormElement,
  words: StepWords['practices'],
  announce: (text: string) => void,
): { find(): void } {
  const input = document.getElementById('practiceSearch') as HTMLInputElement;
  const question = form.querySelector('[data-field="practice"]') as HTMLElement;
  const latest = createLatestOnly();
  const note = document.createElement('p');
  note.className = 'practice-note';
  note.hidden = true;
  let practices = practicesOf(question);
  practices[0]?.parentElement?.before(note);

  function find(pauseMs: number) {
    const typed = input.value;
    latest.stop();
    if (parsePostcode(typed).kind === 'full') {
      latest.start((signal) => findByPostcode(typed, signal), pauseMs);
      return;
    }
    const count = showFitting(question, practices, typed);
    const text = countText(typed, count, words);
    show(text);
    latest.start(async () => announce(text), pauseMs);
  }

  async function findByPostcode(typed: string, signal: AbortSignal) {
    const next = await fetchQuestion(form, typed, signal);
    if (signal.aborted) return;
    if (!next) {
      showFitting(question, practices, '');
      show(words.failed);
      announce(words.failed);
      return;
    }
    const chosen = question.querySelector<HTMLInputElement>('[name="practice"]:checked')?.value;
    for (const each of question.querySelectorAll<HTMLElement>('.practices, h3, p')) each.remove();
    const others = question.querySelector('.practice-other');
    for (const part of next.querySelectorAll('.practices, h3, p')) {
      others?.before(document.importNode(part, true));
    }
    practices = practicesOf(question);
    question.querySelector('.practices')?.before(note);
    show('');
    for (const radio of question.querySelectorAll<HTMLInputElement>('[name="practice"]')) {
      radio.checked = radio.value === chosen;
    }
    const name = practices[0]?.querySelector('label span span')?.textContent ?? '';
    // The server's own words where no practice is near: a postcode of another place.
    announce(next.querySelector('p')?.textContent ?? fillInPage(words.nearest, { name }));
  }

  function show(text: string) {
    note.textContent = text;
    note.hidden = text === '';
  }

  input.addEventListener('input', () => find(PAUSE_MS));
  if (input.value.trim() !== '' && document.activeElement === input) find(PAUSE_MS);
  return { find: () => find(0) };
}

function countText(typed: string, count: number, words: StepWords['practices']): string {
  if (typed.trim() === '') return '';
  if (count > 0) {
    return fillInPage(choosePlural(words.fit, count, document.documentElement.lang), { count });
  }
  // All names are in English letters.
  return /[\p{Script=Latin}\d]/u.test(typed) ? words.none : words.otherScript;
}

function practicesOf(question: HTMLElement): HTMLElement[] {
  return [...question.querySelectorAll<HTMLElement>('[data-practice]')];
}

/** The practice that was chosen stays in sight, and all of them if none fits. Says how many fit. */
function showFitting(question: HTMLElement, practices: HTMLElement[], typed: string): number {
  const fits = practices.map((element) => ({
    element,
    score: scoreMatch(
      {
        names: element.dataset.names?.split('|') ?? [],
        whereabouts: element.dataset.whereabouts ?? '',
      },
      typed,
    ).score,
  }));
  const fitting = fits.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  const isNarrowed = fitting.length > 0;
  for (const { element, score } of fits) {
    element.hidden = isNarrowed && score === 0 && !element.querySelector(':checked');
  }
  // What the server found first and what it did not are one list again.
  for (const title of question.querySelectorAll('h3')) title.hidden = true;
  const order = isNarrowed ? fitting.map(({ element }) => element) : practices;
  const rest = practices.filter((element) => !order.includes(element));
  question.querySelector('.practices')?.append(...order, ...rest);
  return fitting.length;
}

async function fetchQuestion(
  form: HTMLFormElement,
  practiceSearch: string,
  signal: AbortSignal,
): Promise<Element | undefined> {
  const formToken = String(new FormData(form).get('formToken') ?? '');
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams({ formToken, step: 'find', practiceSearch }),
      signal,
    });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('#step-practice [data-field="practice"]') ?? undefined;
  } catch {
    return undefined;
  }
}
