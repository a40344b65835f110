import type { FieldError } from '../../referral/browser.ts';
import { boxName, fieldBox } from './read-form.ts';

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
  for (const box of step.querySelectorAll<HTMLElement>('[data-field]')) clear(box);
  for (const { field, text } of errors) {
    const box = fieldBox(form, field);
    // One error for a question with several boxes.
    if (!box || box.classList.contains('field-wrong')) continue;
    mark(box, boxName(field), document.getElementById(field), `${prefix} ${text}`, prefix);
  }
}

function mark(
  box: HTMLElement,
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
    box.querySelector(`#${name}-hint`) ??
    box.querySelector(':scope > legend, :scope > label:not(.checkbox)');
  if (before) before.after(message);
  else box.prepend(message);
  box.classList.add('field-wrong');
  const described = box.matches('fieldset') ? box : field;
  const ids = described?.getAttribute('aria-describedby')?.split(' ') ?? [];
  described?.setAttribute('aria-describedby', [...ids, message.id].join(' '));
  if (field?.matches('.text-input, .select')) field.setAttribute('aria-invalid', 'true');
}

function clear(box: HTMLElement): void {
  const id = `${box.dataset.field}-error`;
  box.classList.remove('field-wrong');
  box.querySelector(`#${id}`)?.remove();
  for (const described of [box, ...box.querySelectorAll('[aria-describedby]')]) {
    const ids = described.getAttribute('aria-describedby')?.split(' ');
    if (!ids?.includes(id)) continue;
    const others = ids.filter((each) => each !== id);
    if (others.length > 0) described.setAttribute('aria-describedby', others.join(' '));
    else described.removeAttribute('aria-describedby');
  }
  for (const invalid of box.querySelectorAll('[aria-invalid]')) {
    invalid.removeAttribute('aria-invalid');
  }
}
