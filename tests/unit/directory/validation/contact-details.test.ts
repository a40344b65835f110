/** Covers src/directory/validation/personal-mailbox.ts, src/directory/validation/phone-form.ts. */
import { describe, expect, test } from 'vitest';
import { seemsPersonal } from '../../../../src/directory/validation/personal-mailbox.ts';
import { findPhoneFault } from '../../../../src/directory/validation/phone-form.ts';
import { listingFields, noticesOf, problemsOfListing } from '../../../support/directory/content.ts';

describe('phone numbers', () => {
  test.each([
    '020 7364 5000',
    '+44 20 7364 5000',
    '0800 1111',
    '0800 58 58 58',
    '0300 123 4567',
    '111',
    '999',
    '116 123',
    '01204 55555',
  ])('%s can be rung', (phone) => {
    expect(findPhoneFault(phone)).toBeUndefined();
  });

  test.each([
    ['(020) 7364-5000', 'digits and spaces only'],
    ['020 7364 5000 ext 2', 'digits and spaces only'],
    ['020 7364 5000 or 020 7364 5001', 'one number only'],
    ['020 7364 500', '(10 digits). Numbers that begin with 020 have 11.'],
    ['07700 90012', '(10 digits). Numbers that begin with 07 have 11.'],
    ['0113 496 012', '(10 digits). Numbers that begin with 0113 have 11.'],
    ['01632 96012', '(10 digits). Numbers that begin with 01632 have 11.'],
    ['0800 12345', '(9 digits). Numbers that begin with 0800 have 10 or 11.'],
    ['020 7364 50', '(9 digits). Numbers that begin with 020 have 11.'],
    ['+44 20 7364 500', '(11 digits). Numbers that begin with 020 have 11'],
    ['020 7364 50000', '(12 digits). Numbers that begin with 020 have 11.'],
    ['7364 5000', '(8 digits), which is not a number that can be rung'],
    ['112 358', '(6 digits), which is not a number that can be rung'],
  ])('%s cannot', (phone, fault) => {
    expect(findPhoneFault(phone)).toContain(fault);
  });

  test('of another country is none to ring at no cost to people here', () => {
    expect(findPhoneFault('+880 1712 345678')).toContain('not a number that can be rung in the UK');
  });

  test('a fault is reported in the listing', () => {
    expect(problemsOfListing({ phone: '12345' })).toEqual([
      expect.stringContaining("phone: found '12345' (5 digits)"),
    ]);
  });

  test('a mobile number is a notice: it may be one worker’s', () => {
    const folder = {
      'organisations/bow-lunch-club.yaml': listingFields({ phone: '07700 900123' }),
    };
    expect(noticesOf(folder)).toEqual([expect.stringContaining('a mobile. Make sure')]);
    expect(problemsOfListing({ phone: '07700 900123' })).toEqual([]);
  });
});

describe('mailboxes', () => {
  test.each([
    'john.smith@example.org',
    'fatima_begum@example.org',
    'j.smith@example.org',
    'mohammed.ali2@example.org',
    'ali-hussain@example.org',
    'sarah@gmail.com',
    'sarah1962@hotmail.co.uk',
  ])("%s seems to be one person's", (email) => {
    expect(seemsPersonal(email)).toBe('yes');
  });

  test.each([
    ['two words that could be a name', 'zebedee.quill@example.org'],
    ['a first name alone', 'sarah@example.org'],
    ['a first name and a surname in one word', 'fatimabegum@example.org'],
    ['any mailbox at a provider that everybody can use', 'bandforlifeproject@gmail.com'],
    ['a role at such a provider', 'lunch.club@hotmail.co.uk'],
  ])('%s is doubtful', (_what, email) => {
    expect(seemsPersonal(email)).toBe('perhaps');
  });

  test.each([
    'info@example.org',
    'jo@samaritans.org',
    'pat@papyrus-uk.org',
    'Elft.THCLDS@nhs.net',
    'Facilities.EventsTeam@towerhamlets.gov.uk',
    'lch.changeforgood@nhs.net',
    'be-well@towerhamlets.gov.uk',
    'dar.reservations@tfl.gov.uk',
    'annexe@example.org',
    'samaritans@example.org',
    'markethall@example.org',
  ])('%s is shared', (email) => {
    expect(seemsPersonal(email)).toBe('no');
  });

  test("one person's is reported in the listing", () => {
    expect(problemsOfListing({ email: 'john.smith@example.org' })).toEqual([
      "organisations/bow-lunch-club.yaml, email: found 'john.smith@example.org', which seems to be one person's mailbox. Give a shared one, such as info@…, or leave the field out.",
    ]);
  });

  test('a doubtful one is a notice', () => {
    const email = 'zebedee.quill@example.org';
    expect(noticesOf({ 'organisations/bow-lunch-club.yaml': listingFields({ email }) })).toEqual([
      expect.stringContaining(
        "may be one person's mailbox. Make sure that it is the organisation's",
      ),
    ]);
  });
});

test('what to say on the phone needs a number, and names nobody', () => {
  expect(problemsOfListing({ phoneNote: 'Extension 4521' })[0]).toMatch(
    /^organisations\/bow-lunch-club\.yaml, phoneNote: .*without a phone number/,
  );
  expect(problemsOfListing({ phone: '020 7364 5000', phoneNote: 'Extension 4521' })).toEqual([]);
  expect(
    noticesOf({
      'organisations/bow-lunch-club.yaml': listingFields({
        phone: '020 7364 5000',
        phoneNote: 'Ask for Fatima',
      }),
    }).join(),
  ).toContain('seems to name a person');
});

test('an extension or words beside a number are sent where they belong', () => {
  for (const phone of ['020 7364 5000 ext 12', '020 7364 5000 (ask for reception)']) {
    expect(problemsOfListing({ phone })[0]).toContain('phoneNote');
  }
});
