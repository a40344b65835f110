import type { FieldError } from '../../referral/browser.ts';
import { questionElement, questionName } from './read-form.ts';

/** Shows errors where the server would, in the same markup, and takes the server's away once mended. */

export interface ShownError extends FieldError {
  text: string;
}

export function markErrors(
  form: HTMLFormElement,
  step: HTMLElement,
  errors: readonly ShownError[],
  prefix: string,
): void {
  for (const question of step.querySelectorAll<HTMLElement>('[data-field]')) clear(question);
  for (const { field, text } of errors) {
    const question = questionElement(form, field);
    // One error for a question with several boxes.
    if (!question || question.classList.contains('field-wrong')) continue;
    mark(
      question,
      questionName(field),
      document.getElementById(field),
      `${prefix} ${text}`,
      prefix,
    );
  }
}

function mark(
  question: HTMLElement,
  name: string,
  field: HTMLElement | null,
  text: string,
  prefix: string,
): void {
  const message = document.createElement('span');
  const hidden = document.createElement('span');
  message.id = `${name}-error`;
  message.className = 'field-error';
  hidden.className = 'nhsuk-u-visually-hidden';
  hidden.textContent = prefix;
  message.append(hidden, text.slice(prefix.length));
  const before =
    question.querySelector(`#${name}-hint`) ??
    question.querySelector(':scope > legend, :scope > label:not(.checkbox)');
  if (before) before.after(message);
  else question.prepend(message);
  question.classList.add('field-wrong');
  const described = question.matches('fieldset') ? question : field;
  const ids = described?.getAttribute('aria-describedby')?.split(' ') ?? [];
  described?.setAttribute('aria-describedby', [...ids, message.id].join(' '));
  if (field?.matches('.text-input, .select')) field.setAttribute('aria-invalid', 'true');
}

function clear(question: HTMLElement): void {
  const id = `${question.dataset.field}-error`;
  question.classList.remove('field-wrong');
  question.querySelector(`#${id}`)?.remove();
  for (const described of [question, ...question.querySelectorAll('[aria-describedby]')]) {
    const ids = described.getAttribute('aria-describedby')?.split(' ');
    if (!ids?.includes(id)) continue;
    const others = ids.filter((each) => each !== id);
    if (others.length > 0) described.setAttribute('aria-describedby', others.join(' '));
    else described.removeAttribute('aria-describedby');
  }
  for (const invalid of question.querySelectorAll('[aria-invalid]')) {
    invalid.removeAttribute('aria-invalid');
  }
}
