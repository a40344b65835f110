import { formSteps, type StepId } from '../../referral/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { writeText } from '../write-text.ts';
import { tellScript } from './after-sending.ts';
import { showRelevantQuestions } from './asked-questions.ts';
import { markErrors, type ShownError } from './mark-errors.ts';
import { stepIndex } from './opening-step.ts';
import { readAnswers, stepElement } from './read-form.ts';
import { type StepTop, showStepTop } from './step-top.ts';
import type { StepWords } from './step-words.ts';

/** The form's page with one step of it in sight. Knows its elements, and nothing of how one gets from step to step. */
export interface StepView {
  /** Nothing is lost, only hidden. */
  open(id: StepId, view: OpenStep): void;
  /** Moves the screen and the focus to a step that is open. */
  focus(id: StepId): void;
  /** Beside the questions that they are about. */
  markErrors(id: StepId, errors: readonly ShownError[]): void;
  announce(text: string): void;
  /** The title that the server gave the page. */
  restoreTitle(): void;
  /** Changes the page. If that fails, the whole form is shown, as without a script, and nothing is attempted again. */
  attempt(change: () => void): void;
}

interface OpenStep extends StepTop {
  /** After it the answers are read over. */
  isLast: boolean;
}

export function createStepView(form: HTMLFormElement, words: StepWords): StepView {
  const checkButton = document.getElementById('refer-check') as HTMLButtonElement;
  const checkText = checkButton.textContent;
  const titleAsSent = document.title;
  const siteName = / – [^–]*$/.exec(titleAsSent)?.[0] ?? '';
  const marks = addStepMarks(form, words);
  let isWhole = false;
  const announce = (text: string) => {
    marks.status.textContent = text;
  };

  function showWholeForm() {
    isWhole = true;
    marks.remove();
    const hideable = '.step, [data-field], [data-first-step], #adult';
    for (const part of document.querySelectorAll<HTMLElement>(hideable)) part.hidden = false;
    checkButton.textContent = checkText;
    document.title = titleAsSent;
  }

  return {
    open(id, { errors, isLast, onBack }) {
      for (const step of formSteps) stepElement(step.id).hidden = step.id !== id;
      for (const part of document.querySelectorAll<HTMLElement>('[data-first-step]')) {
        part.hidden = stepIndex(id) > 0;
      }
      writeText(checkButton, isLast ? checkText : words.next);
      const title = `${stepElement(id).querySelector('h2')?.textContent?.trim()}${siteName}`;
      document.title = errors.length > 0 ? fillInPage(words.errorTitle, { title }) : title;
      showStepTop(marks.top, { errors, onBack }, words);
      showRelevantQuestions(form, readAnswers(form), words.today);
      announce('');
    },
    focus(id) {
      marks.top.scrollIntoView();
      stepElement(id).focus({ preventScroll: true });
    },
    markErrors: (id, errors) => markErrors(form, stepElement(id), errors, words.errorPrefix),
    announce,
    restoreTitle() {
      document.title = titleAsSent;
    },
    attempt(change) {
      if (isWhole) return;
      try {
        change();
      } catch (fault) {
        showWholeForm();
        throw fault;
      }
    },
  };
}

/** What the form has in steps, and not as a whole. */
function addStepMarks(form: HTMLFormElement, words: StepWords) {
  const top = document.createElement('div');
  const status = createStatus();
  const captions = formSteps.map(({ id }, index) => {
    const caption = createCaption(index + 1, words);
    stepElement(id).querySelector('legend h2')?.prepend(caption, ' ');
    return caption;
  });
  stepElement(formSteps[0].id).before(top);
  form.append(status);
  form.classList.add('in-steps');
  tellScript(form, true);
  return {
    top,
    status,
    remove() {
      for (const each of [top, status, ...captions]) each.remove();
      form.classList.remove('in-steps');
      tellScript(form, false);
    },
  };
}

function createStatus(): HTMLElement {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'nhsuk-u-visually-hidden';
  return status;
}

function createCaption(number: number, { question }: StepWords): HTMLElement {
  const caption = document.createElement('span');
  caption.className = 'step-caption';
  caption.textContent = fillInPage(question, { number, total: formSteps.length });
  return caption;
}
