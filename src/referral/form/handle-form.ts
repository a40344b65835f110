/**
 * What a resident gets for a form that was posted. Knows no page and no HTTP: the page shows what is
 * decided here. Nothing is stored before `send`, and whatever happens the typed answers come back.
 */
import { parsePostcode } from '../../directory/postcode.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Log } from '../../platform/log.ts';
import type { SignedTokens } from '../../platform/secrets/signed-token.ts';
import type { AcceptOutcome, Referrals } from '../referrals.ts';
import type { Answers } from './answers.ts';
import type { IneligibleReason } from './eligibility.ts';
import type { FieldError } from './field-errors.ts';
import type { FormFacts } from './form-facts.ts';
import type { TypedAnswers } from './form-model.ts';
import { parseAnswers } from './parse-answers.ts';
import { readTypedAnswers } from './read-typed-answers.ts';
import type { SendLimits } from './send-limits.ts';

/** Why a form that is filled in right was not taken, each with its own words and status. */
export type FormRefusal =
  | { kind: 'not-saved' }
  | { kind: 'cannot-tell' }
  | { kind: 'too-many'; waitMs: number }
  /** The page was open for more than a day, or is not of our making. */
  | { kind: 'old-page' }
  /** A box was filled in that people do not see. */
  | { kind: 'not-a-person' };

/** `formToken`: to be sent with the form that is shown. */
export type FormResponse =
  /** `mayDiffer`: the form was sent before, and what it says may be something else, which was not sent. */
  | { show: 'status-page'; statusToken: string; mayDiffer: boolean }
  | (Shown & FormShown)
  | (Shown & { show: 'check'; answers: Answers; refusal?: FormRefusal })
  /** `postcode`: what was typed to find practices near by; may be empty. It is not kept. */
  | (Shown & { show: 'not-eligible'; reason: IneligibleReason; postcode: string });

interface Shown {
  status: 200 | 422 | 429 | 503;
  typed: TypedAnswers;
  formToken: string;
}

interface FormShown {
  show: 'form';
  errors: readonly FieldError[];
  practiceSearch: string;
}

export interface FormDependencies {
  facts(): FormFacts;
  tokens: SignedTokens;
  limits: SendLimits;
  /** May throw if the store cannot be opened: then nothing was saved. */
  referrals(): Referrals;
  wait(ms: number): Promise<void>;
  log: Pick<Log, 'error'>;
}

/** People may be called away; after a day the practice or the service may have changed. */
export const FORM_VALID_MS = 24 * 60 * 60 * 1000;

/** People take longer; a program that is made to wait sends fewer. */
const MIN_FILL_MS = 3000;

export async function handleForm(
  form: FormData,
  about: { client: string; locale: Locale },
  dependencies: FormDependencies,
): Promise<FormResponse> {
  const step = textOf(form, 'step');
  const typed = readTypedAnswers(form);
  const practiceSearch = textOf(form, 'practiceSearch');
  const sent = textOf(form, 'formToken');
  const token = dependencies.tokens.verify(sent);
  const shown = { typed, formToken: token.ok ? sent : dependencies.tokens.issue() };

  // Once sent, a form is shown to nobody: whoever goes back and reloads may be the next person.
  if (step !== 'send' && isOurs(token)) {
    const earlier = await findEarlier(sent, dependencies);
    if (earlier) return toStatusPage(earlier, true);
  }

  // With the Enter key in the box for finding a practice, the form's first button is pressed.
  const seeksPractice = step === 'check' && practiceSearch.trim() !== '' && typed.practice === '';
  if (step === 'edit' || step === 'find' || seeksPractice) {
    return { ...shown, show: 'form', status: 200, errors: [], practiceSearch };
  }
  const parsed = parseAnswers(typed, dependencies.facts());
  if (parsed.ok === 'not-eligible') {
    const { reason } = parsed;
    return { ...shown, show: 'not-eligible', status: 200, reason, postcode: readPostcode(form) };
  }
  if (!parsed.ok) {
    return { ...shown, show: 'form', status: 422, errors: parsed.errors, practiceSearch: '' };
  }
  const { answers } = parsed;
  const check = { ...shown, show: 'check', answers } as const;
  if (step !== 'send') return { ...check, status: 200 };

  if (textOf(form, 'leaveEmpty') !== '') {
    return { ...check, status: 422, refusal: { kind: 'not-a-person' } };
  }
  if (!token.ok) {
    // With the new token the page gets, a form that was accepted days ago would be accepted again.
    const earlier = isOurs(token) ? await findEarlier(sent, dependencies) : undefined;
    if (earlier) return toStatusPage(earlier, true);
    return { ...check, status: 422, refusal: { kind: 'old-page' } };
  }
  const waitMs = dependencies.limits.take({ client: about.client, formToken: sent });
  if (waitMs > 0) return { ...check, status: 429, refusal: { kind: 'too-many', waitMs } };
  // A person who pressed that fast does not notice, and nobody has to press again.
  if (token.ageMs < MIN_FILL_MS) await dependencies.wait(MIN_FILL_MS - token.ageMs);

  const outcome = await accept(answers, sent, about.locale, dependencies);
  return outcome.kind === 'saved'
    ? toStatusPage(outcome, outcome.mayDiffer)
    : { ...check, status: 503, refusal: outcome };
}

function toStatusPage({ statusToken }: { statusToken: string }, mayDiffer: boolean): FormResponse {
  return { show: 'status-page', statusToken, mayDiffer };
}

function isOurs(token: ReturnType<FormDependencies['tokens']['verify']>): boolean {
  return token.ok || token.reason === 'expired';
}

async function accept(
  answers: Answers,
  formToken: string,
  locale: Locale,
  dependencies: FormDependencies,
): Promise<AcceptOutcome> {
  let referrals: Referrals;
  try {
    referrals = dependencies.referrals();
  } catch (fault) {
    logFault(dependencies, fault);
    return { kind: 'not-saved' };
  }
  try {
    return await referrals.accept(answers, formToken, locale);
  } catch (fault) {
    logFault(dependencies, fault);
    return { kind: 'cannot-tell' };
  }
}

async function findEarlier(formToken: string, dependencies: FormDependencies) {
  try {
    return await dependencies.referrals().findAccepted(formToken);
  } catch (fault) {
    logFault(dependencies, fault);
    return undefined;
  }
}

// Never its message: that may hold what a person wrote.
function logFault({ log }: FormDependencies, fault: unknown): void {
  log.error('referral.form-failed', { fault: fault instanceof Error ? fault.name : 'unknown' });
}

// Asked for beside the practices near by; before that it may stand in the box that finds a practice.
function readPostcode(form: FormData): string {
  if (form.has('nearPostcode')) return textOf(form, 'nearPostcode');
  const searched = textOf(form, 'practiceSearch');
  return parsePostcode(searched).kind === 'full' ? searched : '';
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
