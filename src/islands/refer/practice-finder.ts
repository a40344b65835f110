import { parsePostcode } from '../../directory/postcode.ts';
import { choosePlural } from '../../i18n/plural-forms.ts';
import { MOST_SHOWN } from '../../referral/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { createLatestOnly } from '../latest-only.ts';
import { pageLocale } from '../page-locale.ts';
import { writeText } from '../write-text.ts';
import { createPracticeList, nameOf } from './practice-list.ts';
import type { StepWords } from './step-words.ts';

/**
 * Brings the few practices into sight that fit what is typed, a name or a street. Only a postcode is asked
 * of the server, which knows how far away the practices are; it goes in the body, never in an address, and
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
  const note = question.querySelector('.practice-note') as HTMLElement;
  const list = createPracticeList(question);
  const latest = createLatestOnly();

  function find(pauseMs: number) {
    const typed = input.value;
    latest.stop();
    if (parsePostcode(typed).kind === 'full') {
      list.show([]);
      showNote('');
      latest.start((signal) => findByPostcode(typed, signal), pauseMs);
      return;
    }
    const fitting = list.findFitting(typed);
    list.show(fitting.slice(0, MOST_SHOWN));
    const text = describeFitting(typed, fitting.length, words);
    showNote(text);
    latest.start(async () => announce(text), pauseMs);
  }

  async function findByPostcode(typed: string, signal: AbortSignal) {
    const answer = await fetchQuestion(form, typed, signal);
    if (signal.aborted) return;
    if (!answer) {
      showNote(words.failed);
      announce(words.failed);
      return;
    }
    const [nearest] = list.showAsIn(answer);
    const said = answer.querySelector('.practice-note')?.textContent?.trim() ?? '';
    showNote(said);
    const name = nearest?.querySelector('.practice-distance') ? nameOf(nearest) : '';
    announce(name ? fillInPage(words.nearest, { name }) : said);
  }

  function showNote(text: string) {
    writeText(note, text);
    note.hidden = text === '';
  }

  input.addEventListener('input', () => find(PAUSE_MS));
  // Typed before this script came.
  if (input.value !== input.defaultValue) find(PAUSE_MS);
  return { find: () => find(0) };
}

function describeFitting(typed: string, count: number, words: StepWords['practices']): string {
  if (typed.trim() === '') return '';
  const more = count - MOST_SHOWN;
  if (more > 0) return fillInPage(choosePlural(words.more, more, pageLocale()), { count: more });
  if (count > 0) return fillInPage(choosePlural(words.fit, count, pageLocale()), { count });
  // All names are in English letters.
  return /[\p{Script=Latin}\d]/u.test(typed) ? words.none : words.otherScript;
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
