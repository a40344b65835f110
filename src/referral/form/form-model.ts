import type { formFields } from './answers.ts';
import { isChild, isUnlikelyAge } from './birth-date.ts';

/** The form's shape: what is asked, in which order, and how much room each answer has. */
export type AnswerField = Exclude<(typeof formFields)[number], 'formToken' | 'step'>;
/** Of these several may be chosen. */
export const listFields = ['needs', 'contactBy'] as const satisfies AnswerField[];
export type ListField = (typeof listFields)[number];
/** In place of a language of our list: which one may be written beside it. */
export const ANOTHER_LANGUAGE = 'another';
export type TextField = Exclude<AnswerField, ListField>;

/** Answers as they were typed, never changed: what the form shows again. */
export type TypedAnswers = { readonly [field in TextField]: string } & {
  readonly [field in ListField]: readonly string[];
};

/**
 * Fieldsets in the order of how private they are, so that people who stop early have said little.
 * The id of a fieldset is `step-<id>`; fields stand in the order in which they are asked.
 */
export const formSteps = [
  {
    id: 'who',
    fields: ['referralFor', 'permission', 'helperName', 'helperRelationship', 'helperContact'],
  },
  { id: 'practice', fields: ['practice', 'livesInBorough', 'homePostcode'] },
  { id: 'needs', fields: ['summary', 'needs'] },
  {
    id: 'contact',
    fields: ['phone', 'email', 'emailCopy', 'contactBy', 'voicemail', 'bestTime', 'safetyNote'],
  },
  { id: 'language', fields: ['language', 'otherLanguage', 'interpreter', 'accessNeeds'] },
  {
    id: 'person',
    fields: [
      'fullName',
      'dobDay',
      'dobMonth',
      'dobYear',
      'ageSure',
      'adultIs',
      'adultName',
      'adultContact',
    ],
  },
] as const satisfies readonly { id: string; fields: readonly AnswerField[] }[];

export type FormStep = (typeof formSteps)[number];
export type StepId = FormStep['id'];

/**
 * Most characters of what is written freely. A form within all of them is far smaller than the server takes
 * (src/platform/http/answer-request.ts), whatever it is written in: a letter takes twelve bytes on the way at most.
 */
export const maxLengths = {
  helperName: 200,
  helperRelationship: 100,
  helperContact: 254,
  homePostcode: 60,
  summary: 1000,
  phone: 60,
  email: 254,
  bestTime: 100,
  safetyNote: 300,
  otherLanguage: 60,
  accessNeeds: 300,
  fullName: 200,
  adultName: 100,
  adultContact: 254,
} as const satisfies Partial<Record<TextField, number>>;
export type FreeTextField = keyof typeof maxLengths;

/** Nothing answered yet. */
export const noAnswers: TypedAnswers = {
  referralFor: '',
  permission: '',
  helperName: '',
  helperRelationship: '',
  helperContact: '',
  practice: '',
  livesInBorough: '',
  homePostcode: '',
  needs: [],
  summary: '',
  phone: '',
  email: '',
  emailCopy: '',
  contactBy: [],
  voicemail: '',
  bestTime: '',
  safetyNote: '',
  language: '',
  otherLanguage: '',
  interpreter: '',
  accessNeeds: '',
  fullName: '',
  dobDay: '',
  dobMonth: '',
  dobYear: '',
  ageSure: '',
  adultIs: '',
  adultName: '',
  adultContact: '',
};

/**
 * Whether a question is put at all, given the answers so far. What is not asked is not kept. `today` is
 * '2026-11-22', in London.
 */
export function isAsked(field: AnswerField, typed: TypedAnswers, today: string): boolean {
  switch (field) {
    case 'helperName':
    case 'helperRelationship':
    case 'helperContact':
    case 'permission':
      return typed.referralFor === 'someone-else';
    case 'homePostcode':
      return typed.practice === 'not-sure' || typed.livesInBorough === 'not-sure';
    case 'voicemail':
      return typed.phone.trim() !== '';
    case 'otherLanguage':
      return typed.language === ANOTHER_LANGUAGE;
    case 'ageSure':
      return isUnlikelyAge(typed, today);
    case 'adultIs':
      return isChildOfAnother(typed, today);
    case 'adultName':
    case 'adultContact':
      return typed.adultIs === 'other' && isChildOfAnother(typed, today);
    default:
      return true;
  }
}

function isChildOfAnother(typed: TypedAnswers, today: string): boolean {
  return typed.referralFor === 'someone-else' && isChild(typed, today);
}
