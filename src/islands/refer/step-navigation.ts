import { formSteps, type StepId } from '../../referral/browser.ts';
import type { ShownError } from './mark-errors.ts';
import { adjacentStep, isStep } from './opening-step.ts';
import type { StepView } from './step-view.ts';

/** Which step is open, and the browser's history of those that were. No answer is in it. */
export type StepNavigation = ReturnType<typeof createStepNavigation>;

interface HistoryState {
  step: StepId;
  /** The step that led here. */
  from?: StepId;
}

/** `isChange`: one answer is changed of a form that was read over; it is not gone through again. */
export function createStepNavigation(view: StepView, { isChange }: { isChange: boolean }) {
  let current: StepId = formSteps[0].id;

  /** undefined: from here the answers are read over. */
  function nextAfter(id: StepId) {
    return isChange ? undefined : adjacentStep(id, 1);
  }

  function open(id: StepId, errors: readonly ShownError[] = []) {
    current = id;
    const onBack = adjacentStep(id, -1) && (() => view.attempt(goBack));
    view.open(id, { errors, isLast: nextAfter(id) === undefined, onBack });
  }

  function showStep(id: StepId) {
    document.querySelector('main > :not(form) > #error-summary, .main > #error-summary')?.remove();
    open(id);
    view.focus(id);
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

  /** The step that this entry of the history is of. */
  function begin(id: StepId) {
    const address = location.pathname + location.search;
    history.replaceState({ ...history.state, step: id }, '', address);
    open(id);
  }

  addEventListener('popstate', (event) => {
    const step = (event.state as HistoryState | null)?.step;
    if (isStep(step)) view.attempt(() => showStep(step));
  });

  return { current: () => current, next: () => nextAfter(current), open, goTo, begin };
}
