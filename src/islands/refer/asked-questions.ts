import { formSteps, isAsked, type TypedAnswers } from '../../referral/browser.ts';
import { questionElement } from './read-form.ts';

// The browser may fill these in where the visitor is asked for their own. What a script sends, it does not
// remember for the next visitor; without one, the form lets it fill in nothing.
const OWN_DETAILS = {
  homePostcode: 'postal-code',
  phone: 'tel',
  email: 'email',
  fullName: 'name',
  dobDay: 'bday-day',
  dobMonth: 'bday-month',
  dobYear: 'bday-year',
};

/** Shows the questions that the answers so far call for, and hides the others. Nothing is emptied. */
export function showRelevantQuestions(
  form: HTMLFormElement,
  typed: TypedAnswers,
  today: string,
): void {
  for (const field of formSteps.flatMap(({ fields }) => [...fields])) {
    const question = questionElement(form, field);
    if (question) question.hidden = !isAsked(field, typed, today);
  }
  const adult = document.getElementById('adult');
  if (adult) adult.hidden = !isAsked('adultIs', typed, today);
  for (const [id, token] of Object.entries(OWN_DETAILS)) {
    const isOwn = typed.referralFor !== 'someone-else';
    document.getElementById(id)?.setAttribute('autocomplete', isOwn ? token : 'off');
  }
}
