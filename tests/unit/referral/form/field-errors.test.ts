/** Covers src/referral/form/answers.ts. */
import { describe, expect, test } from 'vitest';
import { formFields } from '../../../../src/referral/form/answers.ts';
import { findIneligibleReason } from '../../../../src/referral/form/eligibility.ts';
import {
  type ErrorCode,
  errorCodes,
  findErrors,
} from '../../../../src/referral/form/field-errors.ts';
import { bornOn } from '../../../support/days/days.ts';
import { askedByHelper, hasParent } from '../../../support/referral/a-referral-form.ts';
import { formMistakes } from '../../../support/referral/form-mistakes.ts';
import { formFacts, typedAnswers } from '../../../support/referral/typed-answers.ts';

type Changes = Parameters<typeof typedAnswers>[0];
const errorsOf = (changes: Changes) =>
  findErrors(typedAnswers(changes), formFacts).map(({ field, code }) => `${field}: ${code}`);
const child = { dobDay: '23', dobMonth: '11', dobYear: '2010' };
const sixteen = { dobDay: '22', dobMonth: '11', dobYear: '2010' };
const mistakes = formMistakes({ today: formFacts.today, toCome: '2026-11-23' });
const nothing = Object.fromEntries(formFields.map((field) => [field, '']));

test('answers that are filled in right have no error', () => {
  expect(errorsOf({})).toEqual([]);
  expect(errorsOf(askedByHelper)).toEqual([]);
});

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
    ['a postcode of elsewhere', { practice: 'not-sure', homePostcode: 'sw1a1aa' }],
    ['no postcode', { practice: 'not-sure', livesInBorough: 'not-sure', homePostcode: ' ' }],
    ['words for a postcode that is not asked for', { homePostcode: 'next door' }],
    ['an e-mail address alone', { phone: '', email: 'test@person.example', contactBy: ['email'] }],
    [
      'nothing that may be left out',
      { voicemail: '', bestTime: '', language: '', interpreter: '' },
    ],
    ['someone of 16 today', sixteen],
    ['someone of 110', { dobDay: '23', dobMonth: '11', dobYear: '1915' }],
    ['someone of 111', { dobDay: '22', dobMonth: '11', dobYear: '1915', ageSure: 'yes' }],
    ['a tick for an age that is not asked about', { ageSure: 'yes' }],
    ['a month by its name', { dobMonth: 'মার্চ' }],
    ['a number of another country', { ...askedByHelper, helperContact: '+880 1712 345678' }],
    ['a child for whom a helper asks', { ...askedByHelper, ...child, ...hasParent }],
    ['a child whose parent asks', { ...askedByHelper, ...child, adultIs: 'helper' }],
    ['someone of 16 today for whom a helper asks', { ...askedByHelper, ...sixteen }],
    ['a baby of today', { ...askedByHelper, ...bornOn(formFacts.today), adultIs: 'helper' }],
    ['a helper who left when they said it is for themselves', { helperContact: 'x' }],
    ['Bengali digits', { phone: '০৭৭০০ ৯০০১২৩', dobDay: '২৭', dobMonth: '৩', dobYear: '১৯৮০' }],
  ])('%s', (_what, changes) => {
    expect(errorsOf(changes)).toEqual([]);
    expect(findIneligibleReason(typedAnswers(changes), formFacts)).toBeUndefined();
  });
});

test('an error has what its words need: how much is too long, what was more likely meant, the age', () => {
  const errors = findErrors(
    typedAnswers({
      summary: ' ক'.repeat(1125),
      email: 'test@gmial.com',
      ...bornOn('1914-11-22'),
    }),
    formFacts,
  );

  expect(errors.map(({ values }) => values)).toEqual([
    { length: 2249, most: 1000, excess: 1249 },
    { suggestion: 'test@gmail.com' },
    { age: 112 },
  ]);
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

test('one step is judged by its own answers', () => {
  const typed = typedAnswers({ phone: '', fullName: '', summary: 'x'.repeat(1001) });

  expect(findErrors(typed, formFacts, 'who')).toEqual([]);
  expect(findErrors(typed, formFacts, 'needs')).toMatchObject([
    { field: 'summary', code: 'tooLong' },
  ]);
  expect(findErrors(typed, formFacts, 'contact').map(({ field }) => field)).toEqual(['phone']);
});
