import type { FormFacts } from '../../../src/referral/form/form-facts.ts';
import { readTypedAnswers } from '../../../src/referral/form/read-typed-answers.ts';
import { suggestEmail } from '../../../src/referral/form/suggest-email.ts';
import { aReferralForm } from './a-referral-form.ts';

/** What a test's form may choose from, on a day that does not pass. */
export const formFacts: FormFacts = {
  practices: ['F84012', 'F84016'],
  needs: ['food', 'loneliness', 'housing'],
  languages: ['en', 'bn', 'so'],
  today: '2026-11-22',
  suggestEmail,
};

/** The answers of aReferralForm, as typed. */
export function typedAnswers(changes: Parameters<typeof aReferralForm>[0] = {}) {
  const form = new FormData();
  for (const [name, value] of aReferralForm(changes)) form.append(name, value);
  return readTypedAnswers(form);
}
