/** Covers src/referral/form/read-typed-answers.ts. */
import { describe, expect, test } from 'vitest';
import { LARGEST_FORM_BYTES } from '../../../../src/platform/http/answer-request.ts';
import { findErrors } from '../../../../src/referral/form/field-errors.ts';
import { maxLengths, noAnswers } from '../../../../src/referral/form/form-model.ts';
import { parseAnswers } from '../../../../src/referral/form/parse-answers.ts';
import { readTypedAnswers } from '../../../../src/referral/form/read-typed-answers.ts';
import { directory } from '../../../../src/wiring.ts';
import {
  aReferralForm,
  askedByHelper,
  hasParent,
} from '../../../support/referral/a-referral-form.ts';
import { formFacts, typedAnswers } from '../../../support/referral/typed-answers.ts';

const parse = (changes: Parameters<typeof typedAnswers>[0] = {}) =>
  parseAnswers(typedAnswers(changes), formFacts);

test('a form that was filled in right becomes answers', () => {
  expect(parse()).toMatchObject({
    ok: true,
    answers: {
      helper: undefined,
      practice: 'F84012',
      livesInBorough: 'yes',
      needs: ['food', 'loneliness'],
      summary: 'I would like to meet people near me.',
      fullName: 'Test Person One',
      dateOfBirth: '1980-03-27',
      phone: '020 7946 0123',
      email: undefined,
      emailCopy: false,
      contactBy: ['call'],
      voicemail: 'no',
      language: 'bn',
      interpreter: 'yes',
    },
  });
});

test('answers are cleaned, what was typed is not', () => {
  const typed = {
    fullName: '  রহিমা \u202e খাতুন ',
    summary: 'one\r\n\r\n\r\n\r\ntwo\u0007',
    phone: '+৪৪ (0)২০ ৭৯৪৬ ০১২৩',
    dobDay: '২৭',
    dobMonth: '৩',
    dobYear: '১৯৮০',
  };
  const parsed = parse(typed);

  expect(parsed).toMatchObject({
    ok: true,
    answers: {
      fullName: 'রহিমা খাতুন',
      summary: 'one\n\ntwo',
      phone: '020 7946 0123',
      dateOfBirth: '1980-03-27',
    },
  });
  expect(parsed.typed).toMatchObject(typed);
});

test('a helper is kept only where someone else is asked for', () => {
  const helper = { name: 'Test Helper', relationship: 'neighbour', contact: '07700 900123' };

  expect(parse(askedByHelper)).toMatchObject({ answers: { helper } });
  expect(parse({ ...askedByHelper, referralFor: 'self' })).toMatchObject({
    answers: { helper: undefined },
  });
});

test('a parent or carer is kept only of a child for whom somebody else asks', () => {
  const child = { ...askedByHelper, ...hasParent, dobDay: '23', dobMonth: '11', dobYear: '2010' };
  const parent = { name: 'Test Parent', contact: '07700 900456' };

  expect(parse(child)).toMatchObject({ ok: true, answers: { adult: parent } });
  expect(parse({ ...child, adultIs: 'helper' })).toMatchObject({ answers: { adult: 'helper' } });
  expect(parse({ ...child, dobDay: '22' })).toMatchObject({
    ok: true,
    answers: { adult: undefined },
  });
  expect(parse(hasParent)).toMatchObject({ ok: true, answers: { adult: undefined } });
  expect(parse({ ...child, adultIs: '' })).toMatchObject({ ok: false });
});

test('a message is left only where there is a number and a clear yes', () => {
  const email = { phone: '', email: 'test@person.example', contactBy: ['email'] };

  expect(parse({ voicemail: 'yes' })).toMatchObject({ answers: { voicemail: 'yes' } });
  expect(parse({ voicemail: '' })).toMatchObject({ answers: { voicemail: undefined } });
  expect(parse({ ...email, voicemail: 'yes' })).toMatchObject({
    answers: { voicemail: undefined },
  });
});

test('another language is named only where it was chosen, and may be left open', () => {
  const named = { language: 'another', otherLanguage: ' Tigrinya \u202e' };

  expect(parse(named)).toMatchObject({
    answers: { language: 'another', otherLanguage: 'Tigrinya' },
  });
  expect(parse({ ...named, language: 'so' })).toMatchObject({ answers: { otherLanguage: '' } });
  expect(parse({ language: 'another' })).toMatchObject({ answers: { otherLanguage: '' } });
});

test('a postcode is kept, as it is written, only where the practice or the borough is not known', () => {
  const typed = { homePostcode: ' e১-4aa ' };
  const kept = { answers: { homePostcode: 'E1 4AA' } };

  expect(parse({ ...typed, practice: 'not-sure' })).toMatchObject(kept);
  expect(parse({ ...typed, livesInBorough: 'not-sure' })).toMatchObject(kept);
  expect(parse(typed)).toMatchObject({ answers: { homePostcode: undefined } });
  expect(parse({ practice: 'not-sure' })).toMatchObject({ answers: { homePostcode: undefined } });
});

test('who cannot be helped here need not mend the rest first', () => {
  expect(parse({ practice: 'not-registered', fullName: '', phone: '1' })).toMatchObject({
    ok: 'not-eligible',
    reason: 'not-registered',
  });
});

describe('what is posted', () => {
  test('is read by our names alone, once each, lists without repeats', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['fullName', 'first'],
      ['fullName', 'second'],
      ['needs', 'food'],
      ['needs', 'food'],
      ['needs', 'housing'],
      ['isAdmin', 'yes'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
    ] as const) {
      form.append(name, value);
    }

    expect(readTypedAnswers(form)).toEqual({
      ...noAnswers,
      fullName: 'first',
      needs: ['food', 'housing'],
    });
  });

  test('may hold a file, which is nothing', () => {
    const form = new FormData();
    form.append('fullName', new File(['x'], 'x.txt'));

    expect(readTypedAnswers(form)).toEqual(noAnswers);
  });

  test.each([
    ['letters that take four bytes', '𞤀'],
    ['Bengali letters', 'ক'],
    ['Korean letters in their parts, each three', '\u1112\u1161\u11ab'],
    ['letters with two accents apart', 'e\u0302\u0301'],
  ])('fits into a form with every field full of %s', (_what, letter) => {
    const full = Object.entries(maxLengths).map(([field, most]) => [field, letter.repeat(most)]);
    const form = aReferralForm({
      ...askedByHelper,
      ...hasParent,
      practice: 'not-sure',
      livesInBorough: 'not-sure',
      language: 'another',
      needs: directory.lists.needs.map(({ slug }) => slug),
      contactBy: ['call', 'text', 'email'],
      emailCopy: 'yes',
      ageSure: 'yes',
      practiceSearch: letter.repeat(300),
      nearPostcode: letter.repeat(300),
      formToken: 'x'.repeat(200),
      ...Object.fromEntries(full),
    });
    const { typed } = parseAnswers(readTypedAnswers(toFormData(form)), formFacts);

    expect(findErrors(typed, formFacts).filter(({ code }) => code === 'tooLong')).toEqual([]);
    expect(form.toString().length).toBeLessThan(LARGEST_FORM_BYTES);
  });
});

function toFormData(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
