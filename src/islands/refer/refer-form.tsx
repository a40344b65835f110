import { render } from 'preact';
import {
  findErrors,
  findIneligibleReason,
  formSteps,
  maxLengths,
  type StepId,
} from '../../referral/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { replaceIfSent } from './after-sending.ts';
import { showRelevantQuestions } from './asked-questions.ts';
import { watchForCrisis } from './crisis-watch.ts';
import { markErrors, type ShownError } from './mark-errors.ts';
import { adjacentStep, chooseOpeningStep, isStep, stepIndex } from './opening-step.ts';
import { startPracticeFinder } from './practice-finder.ts';
import { readAnswers, readFacts, readPageState, stepElement, stepOf } from './read-form.ts';
import { StepTop } from './StepFrame.tsx';
import type { StepWords } from './step-words.ts';

/**
 * The server's own form, one question at a time. It stays one form with one POST: what is hidden is
 * still sent, and without this script the whole form works. What it must do: acceptance.md.
 */

interface HistoryState {
  step: StepId;
  /** The step that led here. */
  from?: StepId;
}

export function startReferForm(): void {
  const form = document.getElementById('refer-form') as HTMLFormElement | null;
  const data = document.getElementById('step-words')?.textContent;
  if (!form || !data || replaceIfSent(form)) return;
  const words = JSON.parse(data) as StepWords;
  const checkButton = document.getElementById('refer-check') as HTMLButtonElement;
  const checkText = checkButton.textContent;
  const top = document.createElement('div');
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'nhsuk-u-visually-hidden';
  stepElement(formSteps[0].id).before(top);
  form.append(status);
  form.classList.add('in-steps');
  for (const [index, { id }] of formSteps.entries()) addCaption(id, index + 1, words);
  const titleAsSent = document.title;
  const siteName = document.title.slice(document.title.lastIndexOf(' – '));
  const announce = (text: string) => {
    status.textContent = text;
  };
  const pageState = readPageState(form, words.today);
  const { wrong, pointedAt, unfinished } = pageState;
  // One answer is changed of a form that was read over: it is not gone through again.
  const isChange = pointedAt !== undefined && unfinished.length === 0;
  let current: StepId = formSteps[0].id;

  /** undefined: from here the answers are read over. */
  function nextAfter(id: StepId) {
    return isChange ? undefined : adjacentStep(id, 1);
  }

  /** Opens a step; nothing is lost, only hidden. */
  function open(id: StepId, errors: readonly ShownError[] = []) {
    current = id;
    for (const step of formSteps) stepElement(step.id).hidden = step.id !== id;
    for (const part of document.querySelectorAll<HTMLElement>('[data-first-step]')) {
      part.hidden = stepIndex(id) > 0;
    }
    checkButton.textContent = nextAfter(id) ? words.next : checkText;
    const title = `${stepElement(id).querySelector('h2')?.textContent?.trim()}${siteName}`;
    document.title = errors.length > 0 ? fillInPage(words.errorTitle, { title }) : title;
    render(<StepTop words={words} errors={errors} onBack={adjacentStep(id, -1) && goBack} />, top);
    showRelevantQuestions(form as HTMLFormElement, readAnswers(form as HTMLFormElement));
    announce('');
  }

  function goTo(id: StepId) {
    const state: HistoryState = { ...history.state, step: id, from: current };
    history.pushState(state, '');
    showStep(id);
  }

  function goBack() {
    const previous = adjacentStep(current, -1);
    if (!previous) return;
    if ((history.state as HistoryState | null)?.from === previous) history.back();
    else goTo(previous);
  }

  function showStep(id: StepId) {
    document.querySelector('main > :not(form) > #error-summary, .main > #error-summary')?.remove();
    open(id);
    top.scrollIntoView();
    stepElement(id).focus({ preventScroll: true });
  }

  function showErrors(id: StepId) {
    const facts = readFacts(form as HTMLFormElement, words.today);
    const errors = findErrors(readAnswers(form as HTMLFormElement), facts, id).map(
      ({ field, code }): ShownError => ({
        field,
        code,
        text: fillInPage(words.errors[code], {
          most: (maxLengths as Record<string, number>)[field],
        }),
      }),
    );
    markErrors(form as HTMLFormElement, stepElement(id), errors, words.errorPrefix);
    if (errors.length === 0) return false;
    document.querySelector('.main > #error-summary')?.remove();
    open(id, errors);
    document.getElementById('error-summary')?.focus();
    return true;
  }

  const finder = startPracticeFinder(form, words.practices, announce);
  watchForCrisis(
    ['summary', 'safetyNote'].flatMap((id) => document.getElementById(id) ?? []),
    () => announce(words.crisis),
  );

  form.addEventListener('submit', (event) => {
    const submitter = event.submitter as HTMLButtonElement | null;
    const typed = readAnswers(form);
    const facts = readFacts(form, words.today);
    const isEnterInFinder =
      submitter !== checkButton && document.activeElement?.id === 'practiceSearch';
    if (submitter?.value === 'find' || isEnterInFinder) {
      event.preventDefault();
      finder.find();
      return;
    }
    // The server has a page with other ways on for this.
    if (findIneligibleReason(typed, facts, current)) return;
    const next = nextAfter(current);
    if (showErrors(current)) event.preventDefault();
    else if (next) {
      event.preventDefault();
      goTo(next);
    } else if (!findIneligibleReason(typed, facts)) {
      // Questions that were passed over by going back and forth.
      const wrong = formSteps.find(({ id }) => findErrors(typed, facts, id).length > 0);
      if (!wrong) return;
      event.preventDefault();
      goTo(wrong.id);
      showErrors(wrong.id);
    }
  });
  form.addEventListener('input', () => showRelevantQuestions(form, readAnswers(form)));
  // Links of an error summary, the server's too: their question may be another one.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    const step = stepOf(target);
    if (!target || !step) return;
    event.preventDefault();
    if (step !== current) goTo(step);
    target.focus();
    target.closest('[data-field]')?.scrollIntoView();
  });
  addEventListener('popstate', (event) => {
    const step = (event.state as HistoryState | null)?.step;
    if (isStep(step)) showStep(step);
  });
  function begin(first: StepId) {
    history.replaceState(
      { ...history.state, step: first },
      '',
      location.pathname + location.search,
    );
    open(first);
    if (wrong.length > 0 || first === formSteps[0].id) document.title = titleAsSent;
  }

  begin(
    pageState.remembered && !wrong[0] && !pointedAt
      ? pageState.remembered
      : chooseOpeningStep(pageState),
  );
  // Only now has a browser that went back filled in again what was typed.
  addEventListener('pageshow', () => {
    const answered = chooseOpeningStep(readPageState(form, words.today));
    if (current === pageState.remembered && answered !== current) begin(answered);
    showRelevantQuestions(form, readAnswers(form));
  });
}

function addCaption(id: StepId, number: number, { question }: StepWords): void {
  const caption = document.createElement('span');
  caption.className = 'step-caption';
  caption.textContent = fillInPage(question, { number, total: formSteps.length });
  stepElement(id).querySelector('legend h2')?.prepend(caption, ' ');
}
