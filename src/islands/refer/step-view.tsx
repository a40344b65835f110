import { render } from 'preact';
import { formSteps, type StepId } from '../../referral/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { showRelevantQuestions } from './asked-questions.ts';
import { markErrors, type ShownError } from './mark-errors.ts';
import { stepIndex } from './opening-step.ts';
import { readAnswers, stepElement } from './read-form.ts';
import { StepTop } from './StepFrame.tsx';
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
}

interface OpenStep {
  errors: readonly ShownError[];
  /** After it the answers are read over. */
  isLast: boolean;
  /** undefined: it is the first. */
  onBack: (() => void) | undefined;
}

export function createStepView(form: HTMLFormElement, words: StepWords): StepView {
  const checkButton = document.getElementById('refer-check') as HTMLButtonElement;
  const checkText = checkButton.textContent;
  const titleAsSent = document.title;
  const siteName = titleAsSent.slice(titleAsSent.lastIndexOf(' – '));
  const top = document.createElement('div');
  stepElement(formSteps[0].id).before(top);
  const status = appendStatus(form);
  form.classList.add('in-steps');
  for (const [index, { id }] of formSteps.entries()) addCaption(id, index + 1, words);
  const announce = (text: string) => {
    status.textContent = text;
  };
  return {
    open(id, { errors, isLast, onBack }) {
      for (const step of formSteps) stepElement(step.id).hidden = step.id !== id;
      for (const part of document.querySelectorAll<HTMLElement>('[data-first-step]')) {
        part.hidden = stepIndex(id) > 0;
      }
      checkButton.textContent = isLast ? checkText : words.next;
      const title = `${stepElement(id).querySelector('h2')?.textContent?.trim()}${siteName}`;
      document.title = errors.length > 0 ? fillInPage(words.errorTitle, { title }) : title;
      render(<StepTop words={words} errors={errors} onBack={onBack} />, top);
      showRelevantQuestions(form, readAnswers(form), words.today);
      announce('');
    },
    focus(id) {
      top.scrollIntoView();
      stepElement(id).focus({ preventScroll: true });
    },
    markErrors: (id, errors) => markErrors(form, stepElement(id), errors, words.errorPrefix),
    announce,
    restoreTitle() {
      document.title = titleAsSent;
    },
  };
}

function appendStatus(form: HTMLFormElement): HTMLElement {
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'nhsuk-u-visually-hidden';
  form.append(status);
  return status;
}

function addCaption(id: StepId, number: number, { question }: StepWords): void {
  const caption = document.createElement('span');
  caption.className = 'step-caption';
  caption.textContent = fillInPage(question, { number, total: formSteps.length });
  stepElement(id).querySelector('legend h2')?.prepend(caption, ' ');
}
