import { describe, expect, test } from 'vitest';
import { formFields } from '../../../src/referral/answers.ts';
import {
  type ErrorCode,
  errorCodes,
  findErrors,
  findStopReason,
  formSteps,
  longest,
} from '../../../src/referral/browser.ts';
import { askedByHelper } from '../../support/a-referral-form.ts';
import { formFacts, typedAnswers } from '../../support/typed-answers.ts';

type Changes = Parameters<typeof typedAnswers>[0];
const errorsOf = (changes: Changes) =>
  findErrors(typedAnswers(changes), formFacts).map(({ field, code }) => `${field}: ${code}`);
const child = { dobDay: '23', dobMonth: '11', dobYear: '2010' };
const nothing = Object.fromEntries(formFields.map((field) => [field, '']));

test('every field is asked in one step, and only once', () => {
  const asked = formSteps.flatMap(({ fields }): readonly string[] => fields);

  expect(asked.toSorted()).toEqual(
    formFields.filter((field) => field !== 'formToken' && field !== 'step').toSorted(),
  );
});

test('answers that are filled in right have no error', () => {
  expect(errorsOf({})).toEqual([]);
  expect(errorsOf(askedByHelper)).toEqual([]);
});

/** What is wrong with a form, each mistake alone. */
const mistakes: [string, Changes, string[]][] = [
  ['who it is for is not said', { referralFor: '' }, ['referralFor: referralForMissing']],
  ['it is for nobody we know', { referralFor: 'my-cat' }, ['referralFor: unknownChoice']],
  [
    'a helper says nothing of themselves',
    { ...askedByHelper, helperName: ' ', helperRelationship: '', helperContact: '' },
    [
      'helperName: helperNameMissing',
      'helperRelationship: helperRelationshipMissing',
      'helperContact: helperContactMissing',
    ],
  ],
  [
    'a helper cannot be reached',
    { ...askedByHelper, helperContact: 'next door' },
    ['helperContact: helperContactForm'],
  ],
  ['no practice is chosen', { practice: '' }, ['practice: practiceMissing']],
  ['the practice is not in our list', { practice: 'Z99999' }, ['practice: unknownChoice']],
  ['the borough is left out', { livesInBorough: '' }, ['livesInBorough: livesInBoroughMissing']],
  ['the borough is something else', { livesInBorough: 'x' }, ['livesInBorough: unknownChoice']],
  ['neither need nor words are given', { needs: [], summary: ' \n' }, ['needs: needsMissing']],
  ['a need is not in our list', { needs: ['food', 'gold'] }, ['needs: unknownChoice']],
  ['there is no way to reach the person', { phone: '', email: '' }, ['phone: contactMissing']],
  ['the phone number is cut short', { phone: '020 794' }, ['phone: phoneForm']],
  ['the e-mail address lacks its end', { email: 'test@person' }, ['email: emailForm']],
  ['a copy goes nowhere', { emailCopy: 'yes' }, ['emailCopy: emailCopyNeedsEmail']],
  ['the copy is something else', { emailCopy: 'maybe' }, ['emailCopy: unknownChoice']],
  ['no way of contact is ticked', { contactBy: [] }, ['contactBy: contactByMissing']],
  ['a way is not ours', { contactBy: ['call', 'pigeon'] }, ['contactBy: unknownChoice']],
  [
    'a call is wished for without a number',
    { phone: '', email: 'test@person.example', contactBy: ['call'] },
    ['contactBy: contactByNeedsPhone'],
  ],
  [
    'a text is wished for without a number',
    { phone: '', email: 'test@person.example', contactBy: ['email', 'text'] },
    ['contactBy: contactByNeedsPhone'],
  ],
  [
    'an e-mail is wished for without an address',
    { contactBy: ['call', 'email'] },
    ['contactBy: contactByNeedsEmail'],
  ],
  ['the message is neither yes nor no', { voicemail: 'x' }, ['voicemail: unknownChoice']],
  ['the language is not in our list', { language: 'tlh' }, ['language: unknownChoice']],
  ['the interpreter is something else', { interpreter: 'x' }, ['interpreter: unknownChoice']],
  ['there is no name', { fullName: '\u200b ' }, ['fullName: fullNameMissing']],
  ['there is no date of birth', { dobDay: '', dobMonth: '', dobYear: '' }, ['dobDay: dobMissing']],
  ['the month is missing', { dobMonth: '' }, ['dobMonth: dobIncomplete']],
  ['the day does not exist', { dobDay: '31', dobMonth: '2' }, ['dobDay: dobNotReal']],
  ['the month does not exist', { dobMonth: '13' }, ['dobMonth: dobNotReal']],
  ['the year is cut short', { dobYear: '80' }, ['dobYear: dobShortYear']],
  [
    'the birth is tomorrow',
    { dobDay: '23', dobMonth: '11', dobYear: '2026' },
    ['dobYear: dobFuture'],
  ],
  ['the age is 121', { dobDay: '22', dobMonth: '11', dobYear: '1905' }, ['dobYear: dobTooOld']],
  ...Object.entries(longest).map(([field, most]): [string, Changes, string[]] => [
    `${field} has more than ${most} characters`,
    { ...askedByHelper, [field]: 'ক'.repeat(most + 1) },
    [`${field}: tooLong`],
  ]),
];

describe('a form goes back if', () => {
  test.each(mistakes)('%s', (_what, changes, errors) => {
    expect(errorsOf(changes)).toEqual(errors);
  });
});

test('every error can happen', () => {
  const found = new Set(
    mistakes.flatMap(([, , errors]) => errors.map((error) => error.split(': ')[1] as ErrorCode)),
  );

  expect(errorCodes.filter((code) => !found.has(code))).toEqual([]);
});

describe('a form is right with', () => {
  test.each<[string, Changes]>([
    ['words of 1,000 characters', { summary: 'আ'.repeat(1000) }],
    ['words alone', { needs: [] }],
    ['needs alone', { summary: '' }],
    ['a practice that is not sure', { practice: 'not-sure' }],
    ['a borough that is not sure', { livesInBorough: 'not-sure' }],
    ['an e-mail address alone', { phone: '', email: 'test@person.example', contactBy: ['email'] }],
    [
      'nothing that may be left out',
      { voicemail: '', bestTime: '', language: '', interpreter: '' },
    ],
    ['someone of 16 today', { dobDay: '22', dobMonth: '11', dobYear: '2010' }],
    ['someone of 120', { dobDay: '23', dobMonth: '11', dobYear: '1905' }],
    ['a child for whom a helper asks', { ...askedByHelper, ...child }],
    ['a baby of today', { ...askedByHelper, dobDay: '22', dobMonth: '11', dobYear: '2026' }],
    ['a helper who left when they said it is for themselves', { helperContact: 'x' }],
    ['Bengali digits', { phone: '০৭৭০০ ৯০০১২৩', dobDay: '২৭', dobMonth: '৩', dobYear: '১৯৮০' }],
  ])('%s', (_what, changes) => {
    expect(errorsOf(changes)).toEqual([]);
    expect(findStopReason(typedAnswers(changes), formFacts)).toBeUndefined();
  });
});

test('a form left empty names what must be there, in the order of the form', () => {
  expect(errorsOf({ ...nothing, needs: [], contactBy: [] })).toEqual([
    'referralFor: referralForMissing',
    'practice: practiceMissing',
    'livesInBorough: livesInBoroughMissing',
    'needs: needsMissing',
    'phone: contactMissing',
    'contactBy: contactByMissing',
    'fullName: fullNameMissing',
    'dobDay: dobMissing',
  ]);
});

describe('other ways on are for who', () => {
  test.each([
    ['is not registered', { practice: 'not-registered' }, 'not-registered', 'practice'],
    ['lives elsewhere', { livesInBorough: 'no' }, 'outside-borough', 'practice'],
    ['has not agreed', { ...askedByHelper, permission: '' }, 'no-permission', 'who'],
    ['is 15', child, 'under-16', 'person'],
  ] as const)('%s', (_who, changes, reason, step) => {
    const typed = typedAnswers(changes);

    expect(findStopReason(typed, formFacts)).toBe(reason);
    expect(findStopReason(typed, formFacts, step)).toBe(reason);
    expect(findStopReason(typed, formFacts, 'needs')).toBeUndefined();
  });
});

test('one step is judged by its own answers', () => {
  const typed = typedAnswers({ phone: '', fullName: '', summary: 'x'.repeat(1001) });

  expect(findErrors(typed, formFacts, 'who')).toEqual([]);
  expect(findErrors(typed, formFacts, 'needs')).toEqual([{ field: 'summary', code: 'tooLong' }]);
  expect(findErrors(typed, formFacts, 'contact').map(({ field }) => field)).toEqual(['phone']);
});
