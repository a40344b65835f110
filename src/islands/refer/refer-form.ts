import {
  type FieldError,
  findIneligibleReason,
  formSteps,
  type StepId,
} from '../../referral/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { replaceIfSent } from './after-sending.ts';
import { showRelevantQuestions } from './asked-questions.ts';
import { watchForCrisis } from './crisis-watch.ts';
import { countChosenNeeds, openChosenGroups } from './need-groups.ts';
import { chooseOpeningStep, type PageState } from './opening-step.ts';
import { createPersonWords } from './person-words.ts';
import { startPracticeFinder } from './practice-finder.ts';
import { readAnswers, readErrors, readFacts, readPageState, stepOf } from './read-form.ts';
import { createStepNavigation, type StepNavigation } from './step-navigation.ts';
import { createStepView, type StepView } from './step-view.ts';
import type { StepWords } from './step-words.ts';

/** What the form's events are about. */
interface FormParts {
  form: HTMLFormElement;
  words: StepWords;
  view: StepView;
  steps: StepNavigation;
}

/**
 * The server's own form, one question at a time. It stays one form with one POST: what is hidden is
 * still sent, and without this script the whole form works, also if it fails half-way. What it must do:
 * acceptance.md.
 */
export function startReferForm(): void {
  const form = document.getElementById('refer-form') as HTMLFormElement | null;
  const data = document.getElementById('step-words')?.textContent;
  if (!form || !data || replaceIfSent(form)) return;
  // Safari tells since 15.4 which button was pressed, and has all else that is needed here.
  if (!('SubmitEvent' in window)) return;
  const words = JSON.parse(data) as StepWords;
  const view = createStepView(form, words);
  view.attempt(() => startSteps(form, words, view));
}

function startSteps(form: HTMLFormElement, words: StepWords, view: StepView): void {
  const pageState = readPageState(form, words.today);
  const { pointedAt, unfinished } = pageState;
  const isChange = pointedAt !== undefined && unfinished.length === 0;
  const steps = createStepNavigation(view, { isChange });
  const parts: FormParts = { form, words, view, steps };
  const finder = startPracticeFinder(form, words.practices, view.announce);
  watchForCrisis(
    ['summary', 'safetyNote'].flatMap((id) => document.getElementById(id) ?? []),
    () => view.announce(words.crisis),
  );
  form.addEventListener('submit', (event) => {
    view.attempt(() => {
      if (asksForPractices(event)) {
        event.preventDefault();
        finder.find();
      } else checkStep(event, parts);
    });
  });
  const showWords = createPersonWords(form, words);
  const followAnswers = () => {
    const typed = readAnswers(form);
    showRelevantQuestions(form, typed, words.today);
    countChosenNeeds(form, words);
    void showWords(typed.referralFor === 'someone-else');
  };
  form.addEventListener('input', () => view.attempt(followAnswers));
  followLinksToQuestions(view, steps);
  openFirst(parts, pageState, followAnswers);
}

function openFirst(
  { form, words, view, steps }: FormParts,
  pageState: PageState,
  followAnswers: () => void,
): void {
  const { remembered, wrong, pointedAt } = pageState;
  // Read before the address loses it.
  const target = pointedAt && document.getElementById(location.hash.slice(1));
  const begin = (id: StepId) => {
    steps.begin(id);
    if (wrong.length > 0 || id === formSteps[0].id) view.restoreTitle();
  };
  begin(remembered && !wrong[0] && !pointedAt ? remembered : chooseOpeningStep(pageState));
  if (target && !wrong[0]) focusQuestion(target);
  // Only now has a browser that went back filled in again what was typed.
  addEventListener('pageshow', () => {
    view.attempt(() => {
      const answered = chooseOpeningStep(readPageState(form, words.today));
      if (steps.current() === remembered && answered !== steps.current()) begin(answered);
      openChosenGroups(form);
      followAnswers();
    });
  });
}

/** The button beside the field for a practice, or Enter in that field. */
function asksForPractices({ submitter }: SubmitEvent): boolean {
  const isEnter =
    submitter?.id !== 'refer-check' && document.activeElement?.id === 'practiceSearch';
  return isEnter || (submitter as HTMLButtonElement | null)?.value === 'find';
}

/** Goes on to the next step, or says what is wrong; the form is sent when nothing is left to ask. */
function checkStep(event: SubmitEvent, parts: FormParts): void {
  const { form, words, view, steps } = parts;
  const typed = readAnswers(form);
  const facts = readFacts(form, words.today);
  const hasErrors = (id: StepId) => readErrors(form, words.today, id).length > 0;
  const current = steps.current();
  // The server has a page with other ways on for this.
  if (findIneligibleReason(typed, facts, current)) return;
  const next = steps.next();
  if (hasErrors(current)) {
    event.preventDefault();
    showErrors(current, parts);
    return;
  }
  view.markErrors(current, []);
  if (next) {
    event.preventDefault();
    steps.goTo(next);
    return;
  }
  // Questions that were passed over by going back and forth.
  const wrong = findIneligibleReason(typed, facts)
    ? undefined
    : formSteps.find(({ id }) => hasErrors(id));
  if (!wrong) return;
  event.preventDefault();
  steps.goTo(wrong.id);
  showErrors(wrong.id, parts);
}

function showErrors(id: StepId, { form, words, view, steps }: FormParts): void {
  const errors = readErrors(form, words.today, id).map((error) => ({
    ...error,
    text: errorText(error, words),
  }));
  view.markErrors(id, errors);
  document.querySelector('.main > #error-summary')?.remove();
  steps.open(id, errors);
  document.getElementById('error-summary')?.focus();
}

function errorText({ code, values = {} }: FieldError, words: StepWords): string {
  return fillInPage(words.errors[code], values);
}

/** Links of an error summary, the server's too: their question may be of another step. */
function followLinksToQuestions(view: StepView, steps: StepNavigation): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    const step = stepOf(target);
    if (!target || !step) return;
    view.attempt(() => {
      event.preventDefault();
      if (step !== steps.current()) steps.goTo(step);
      focusQuestion(target);
    });
  });
}

function focusQuestion(target: HTMLElement): void {
  target.focus();
  target.closest('[data-field]')?.scrollIntoView();
}
