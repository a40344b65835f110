import {
  type FieldError,
  type FormFacts,
  findErrors,
  formSteps,
  readTypedAnswers,
  type StepId,
} from '../../referral/browser.ts';
import { isStep, type PageState } from './opening-step.ts';

/** Reads the server's own form: what it offers, what was answered, where things stand. */

export function readAnswers(form: HTMLFormElement) {
  return readTypedAnswers(new FormData(form));
}

/** What answers are checked against is what the form offers. */
export function readFacts(form: HTMLFormElement, today: string): FormFacts {
  const valuesOf = (selector: string) =>
    [...form.querySelectorAll<HTMLInputElement | HTMLOptionElement>(selector)].map(
      ({ value }) => value,
    );
  return {
    practices: valuesOf('[name="practice"]'),
    needs: valuesOf('[name="needs"]'),
    languages: valuesOf('[name="language"] option'),
    today,
  };
}

export function stepElement(id: StepId): HTMLElement {
  return document.getElementById(`step-${id}`) as HTMLElement;
}

/** The step that an element stands in. */
export function stepOf(element: Element | null | undefined): StepId | undefined {
  const id = element?.closest('.step')?.id.slice('step-'.length);
  return isStep(id) ? id : undefined;
}

/** Where the page stands when the script arrives. */
export function readPageState(form: HTMLFormElement, today: string): PageState {
  const ids = formSteps.map(({ id }) => id);
  const remembered = (history.state as { step?: unknown } | null)?.step;
  return {
    wrong: ids.filter((id) => stepElement(id).querySelector('.field-wrong') !== null),
    pointedAt: stepOf(document.getElementById(location.hash.slice(1) || '-')),
    inUse: stepOf(document.activeElement),
    remembered: isStep(remembered) ? remembered : undefined,
    unfinished: ids.filter((id) => readErrors(form, today, id).length > 0),
  };
}

/** What is wrong with the answers of one step. */
export function readErrors(form: HTMLFormElement, today: string, id: StepId): FieldError[] {
  return findErrors(readAnswers(form), readFacts(form, today), id);
}

/** The part of the form that shows a question: its words, its box or boxes, its error. */
export function questionElement(form: HTMLFormElement, field: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-field="${questionName(field)}"]`);
}

/** A date of birth is one question with three boxes. */
export function questionName(field: string): string {
  return field.startsWith('dob') ? 'dob' : field;
}
