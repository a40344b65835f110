import { choosePlural } from '../../i18n/plural-forms.ts';
import { fillInPage } from '../fill-in-page.ts';
import { pageLocale } from '../page-locale.ts';
import { writeText } from '../write-text.ts';
import type { StepWords } from './step-words.ts';

/** Says on each group of needs how many of its needs are ticked. */
export function countChosenNeeds(form: HTMLFormElement, { chosenNeeds }: StepWords): void {
  for (const group of groupsOf(form)) {
    const note = group.querySelector<HTMLElement>('.count-on');
    const count = countTicks(group);
    if (!note) continue;
    const words = choosePlural(chosenNeeds, count, pageLocale());
    writeText(note, count > 0 ? fillInPage(words, { count }) : '');
    note.hidden = count === 0;
  }
}

/** A browser that goes back fills ticks in again, in groups that are closed. */
export function openChosenGroups(form: HTMLFormElement): void {
  for (const group of groupsOf(form)) {
    if (countTicks(group) > 0) group.open = true;
  }
}

function groupsOf(form: HTMLFormElement): HTMLDetailsElement[] {
  return [...form.querySelectorAll<HTMLDetailsElement>('.need-choices')];
}

function countTicks(group: HTMLDetailsElement): number {
  return group.querySelectorAll(':checked').length;
}
