import { parsePhone } from '../../directory/phone.ts';
import { parsePostcode } from '../../directory/postcode.ts';
import { type DatePart, OLDEST, parseDate, toTypedDate, typedAge } from './birth-date.ts';
import { parseEmail } from './email-address.ts';
import type { FormFacts } from './form-facts.ts';
import {
  ANOTHER_LANGUAGE,
  type AnswerField,
  type FreeTextField,
  formSteps,
  isAsked,
  maxLengths,
  type StepId,
  type TypedAnswers,
} from './form-model.ts';
import { countCharacters, toLine, toParagraphs } from './typed-text.ts';

/** Each has its words at refer:error.<code>, which say how to put it right. */
export const errorCodes = [
  'referralForMissing',
  'permissionMissing',
  'helperNameMissing',
  'helperRelationshipMissing',
  'helperContactMissing',
  'helperContactForm',
  'practiceMissing',
  'livesInBoroughMissing',
  'postcodeForm',
  'needsMissing',
  'contactMissing',
  'phoneForm',
  'emailForm',
  'emailHint',
  'emailCopyNeedsEmail',
  'contactByMissing',
  'contactByNeedsPhone',
  'contactByNeedsEmail',
  'fullNameMissing',
  'dobMissing',
  'dobIncomplete',
  'dobNotReal',
  'dobShortYear',
  'dobFuture',
  'dobTooOld',
  'ageSureMissing',
  'adultMissing',
  'adultNameMissing',
  'adultContactMissing',
  'adultContactForm',
  'tooLong',
  'unknownChoice',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface FieldError {
  field: AnswerField;
  code: ErrorCode;
  /** For the places in its words. */
  values?: Readonly<Record<string, string | number>>;
}

const PRACTICE_ANSWERS = ['not-sure', 'not-registered'];

/** What is wrong with the answers of one step, or of all, in the order of the form. */
export function findErrors(typed: TypedAnswers, facts: FormFacts, step?: StepId): FieldError[] {
  return formSteps
    .filter(({ id }) => step === undefined || id === step)
    .flatMap(({ fields }): readonly AnswerField[] => fields)
    .filter((field) => isAsked(field, typed, facts.today))
    .flatMap((field) => {
      const code = findFieldError(field, typed, facts);
      return code ? [toError(field, code, typed, facts)] : [];
    });
}

function toError(
  field: AnswerField,
  code: ErrorCode,
  typed: TypedAnswers,
  facts: FormFacts,
): FieldError {
  switch (code) {
    case 'tooLong': {
      const most = maxLengths[field as FreeTextField];
      const length = lengthOf(field as FreeTextField, typed);
      return { field, code, values: { most, length, excess: length - most } };
    }
    case 'emailHint':
      return { field, code, values: { suggestion: facts.suggestEmail?.(`${typed[field]}`) ?? '' } };
    case 'ageSureMissing':
      return { field, code, values: { age: typedAge(typed, facts.today) ?? 0 } };
    case 'dobTooOld':
      return { field, code, values: { most: OLDEST } };
    default:
      return { field, code };
  }
}

function findFieldError(
  field: AnswerField,
  typed: TypedAnswers,
  facts: FormFacts,
): ErrorCode | undefined {
  if (isTooLong(field, typed)) return 'tooLong';
  const isEmpty = (name: FreeTextField) => toLine(typed[name]) === '';
  switch (field) {
    case 'referralFor':
      return oneOf(typed.referralFor, ['self', 'someone-else'], 'referralForMissing');
    case 'helperName':
    case 'helperRelationship':
    case 'fullName':
    case 'adultName':
      return isEmpty(field) ? `${field}Missing` : undefined;
    case 'helperContact':
    case 'adultContact':
      return isEmpty(field) ? `${field}Missing` : findContactError(field, typed, facts);
    case 'permission':
      return oneOf(typed.permission, ['yes', 'no'], 'permissionMissing');
    case 'emailCopy':
      return findEmailCopyError(typed);
    case 'practice':
      return oneOf(typed.practice, [...facts.practices, ...PRACTICE_ANSWERS], 'practiceMissing');
    case 'livesInBorough':
      return oneOf(typed.livesInBorough, ['yes', 'no', 'not-sure'], 'livesInBoroughMissing');
    case 'homePostcode':
      return isEmpty(field) ? undefined : findPostcodeError(typed);
    case 'needs':
      if (typed.needs.length === 0 && isEmpty('summary')) return 'needsMissing';
      return typed.needs.every((need) => facts.needs.includes(need)) ? undefined : 'unknownChoice';
    case 'phone':
      if (isEmpty('phone')) return isEmpty('email') ? 'contactMissing' : undefined;
      return parsePhone(typed.phone) ? undefined : 'phoneForm';
    case 'email':
      return isEmpty('email') ? undefined : findEmailError(typed.email, 'emailForm', facts);
    case 'contactBy':
      return findContactByError(typed);
    case 'voicemail':
    case 'interpreter':
      return oneOf(typed[field], ['yes', 'no', '']);
    case 'language':
      return oneOf(typed.language, [...facts.languages, ANOTHER_LANGUAGE, '']);
    case 'dobDay':
    case 'dobMonth':
    case 'dobYear':
      return findBirthDateError(typed, facts, dateParts[field]);
    case 'ageSure':
      return oneOf(typed.ageSure, ['yes'], 'ageSureMissing');
    case 'adultIs':
      return oneOf(typed.adultIs, ['helper', 'other'], 'adultMissing');
    case 'summary':
    case 'bestTime':
    case 'safetyNote':
    case 'otherLanguage':
    case 'accessNeeds':
      return undefined;
  }
}

const dateParts = { dobDay: 'day', dobMonth: 'month', dobYear: 'year' } as const;

// Of anywhere: who is not sure of the borough may live next door to it.
function findPostcodeError({ homePostcode }: TypedAnswers): ErrorCode | undefined {
  return parsePostcode(toLine(homePostcode)).kind === 'full' ? undefined : 'postcodeForm';
}

function findContactError(
  field: 'helperContact' | 'adultContact',
  typed: TypedAnswers,
  facts: FormFacts,
): ErrorCode | undefined {
  return parsePhone(typed[field]) ? undefined : findEmailError(typed[field], `${field}Form`, facts);
}

function findEmailCopyError({ emailCopy, email }: TypedAnswers): ErrorCode | undefined {
  if (emailCopy === 'yes' && toLine(email) === '') return 'emailCopyNeedsEmail';
  return oneOf(emailCopy, ['yes', '']);
}

function findEmailError(typed: string, form: ErrorCode, facts: FormFacts): ErrorCode | undefined {
  if (facts.suggestEmail?.(typed)) return 'emailHint';
  return parseEmail(typed) ? undefined : form;
}

function isTooLong(field: AnswerField, typed: TypedAnswers): boolean {
  if (!(field in maxLengths)) return false;
  return lengthOf(field as FreeTextField, typed) > maxLengths[field as FreeTextField];
}

/** Of what would be kept: spaces and marks that are taken out do not count. */
function lengthOf(field: FreeTextField, typed: TypedAnswers): number {
  return countCharacters(toParagraphs(typed[field]));
}

function findContactByError({ contactBy, phone, email }: TypedAnswers): ErrorCode | undefined {
  if (contactBy.length === 0) return 'contactByMissing';
  if (!contactBy.every((way) => ['call', 'text', 'email'].includes(way))) return 'unknownChoice';
  const needsPhone = contactBy.some((way) => way !== 'email');
  if (toLine(phone) === '' && toLine(email) === '') return undefined;
  if (needsPhone && toLine(phone) === '') return 'contactByNeedsPhone';
  return contactBy.includes('email') && toLine(email) === '' ? 'contactByNeedsEmail' : undefined;
}

// One error for the three boxes, at the box to go back to.
function findBirthDateError(
  typed: TypedAnswers,
  facts: FormFacts,
  part: DatePart,
): ErrorCode | undefined {
  const parsed = parseDate(toTypedDate(typed));
  if (parsed.ok) {
    if (part !== 'year') return undefined;
    const age = typedAge(typed, facts.today) ?? 0;
    return age < 0 ? 'dobFuture' : age > OLDEST ? 'dobTooOld' : undefined;
  }
  if (parsed.wrong !== part) return undefined;
  const codes = {
    missing: 'dobMissing',
    incomplete: 'dobIncomplete',
    'not-real': 'dobNotReal',
    'short-year': 'dobShortYear',
  } as const;
  return codes[parsed.reason];
}

function oneOf(
  value: string,
  known: readonly string[],
  missing?: ErrorCode,
): ErrorCode | undefined {
  if (known.includes(value)) return undefined;
  return value === '' && missing ? missing : 'unknownChoice';
}
