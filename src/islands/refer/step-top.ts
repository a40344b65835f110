import type { ShownError } from './mark-errors.ts';
import type { StepWords } from './step-words.ts';

/** What stands above the question: the way back, and what to put right. */
export interface StepTop {
  errors: readonly ShownError[];
  /** undefined: this is the first question. */
  onBack: (() => void) | undefined;
}

/** Made anew each time: what a browser's translator has put in place of its texts goes with the old. */
export function showStepTop(place: HTMLElement, { errors, onBack }: StepTop, words: StepWords) {
  place.replaceChildren();
  if (onBack) place.append(makeBackButton(words.back, onBack));
  if (errors.length > 0) place.append(makeErrorSummary(errors, words.errorHeading));
}

function makeBackButton(text: string, onBack: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'step-back';
  button.textContent = text;
  button.addEventListener('click', onBack);
  return button;
}

function makeErrorSummary(errors: readonly ShownError[], headingText: string): HTMLElement {
  const summary = document.createElement('div');
  summary.className = 'panel error-summary';
  summary.id = 'error-summary';
  summary.tabIndex = -1;
  summary.setAttribute('role', 'alert');
  summary.setAttribute('aria-labelledby', 'error-summary-heading');
  const heading = document.createElement('h2');
  heading.id = 'error-summary-heading';
  heading.textContent = headingText;
  const list = document.createElement('ul');
  list.className = 'plain-list';
  for (const { field, text } of errors) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${field}`;
    link.textContent = text;
    item.append(link);
    list.append(item);
  }
  summary.append(heading, list);
  return summary;
}
