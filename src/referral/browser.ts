/**
 * The browser's only door into referral: which step asks what, and what is wrong with an answer, by the
 * very rules that the server decides by, but for likely slips in e-mail addresses, which the server asks about. Nothing behind it sends or stores anything.
 */
export { findIneligibleReason } from './form/eligibility.ts';
export { type ErrorCode, errorCodes, type FieldError, findErrors } from './form/field-errors.ts';
export type { FormFacts } from './form/form-facts.ts';
export {
  formSteps,
  isAsked,
  type StepId,
  type TypedAnswers,
} from './form/form-model.ts';
export { readTypedAnswers } from './form/read-typed-answers.ts';
export { MOST_SHOWN, scoreMatch, toSortName } from './practices/match-practice.ts';
