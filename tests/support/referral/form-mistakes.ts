import { maxLengths } from '../../../src/referral/form/form-model.ts';
import { bornOn, yearsBefore } from '../days/days.ts';
import { type aReferralForm, askedByHelper, hasParent } from './a-referral-form.ts';

type Changes = Parameters<typeof aReferralForm>[0];
type Mistake = [which: string, changes: Changes, errors: string[]];

/** Days as the form under test sees them: the one it is, and one that is still to come. */
interface Days {
  today: string;
  toCome: string;
}

/** What can be wrong with a form, each mistake alone: which, the fields that make it, the errors. */
export const formMistakes = ({ today, toCome }: Days): Mistake[] => [
  ...timelessMistakes,
  ['the birth is still to come', bornOn(toCome), ['dobYear: dobFuture']],
  ['the age is 123', bornOn(yearsBefore(today, 123)), ['dobYear: dobTooOld']],
  ['the age is 111', bornOn(yearsBefore(today, 111)), ['ageSure: ageSureMissing']],
  [
    'the age is 122, and said to be so by something else',
    { ...bornOn(yearsBefore(today, 122)), ageSure: 'x' },
    ['ageSure: unknownChoice'],
  ],
  ...mistakesAboutChild(today),
  ...Object.entries(maxLengths).map(
    ([field, most]): Mistake => [
      `${field} has more than ${most} characters`,
      {
        ...ofChild(today),
        practice: 'not-sure',
        language: 'another',
        [field]: 'ক'.repeat(most + 1),
      },
      [`${field}: tooLong`],
    ],
  ),
];

// Every question is asked.
const ofChild = (today: string): Changes => ({
  ...askedByHelper,
  ...bornOn(yearsBefore(today, 10)),
  ...hasParent,
});

const mistakesAboutChild = (today: string): Mistake[] => [
  [
    'the parent or carer of a child is not named',
    { ...ofChild(today), adultIs: '' },
    ['adultIs: adultMissing'],
  ],
  [
    'the parent or carer is something else',
    { ...ofChild(today), adultIs: 'x' },
    ['adultIs: unknownChoice'],
  ],
  [
    'nothing is said of a parent or carer',
    { ...ofChild(today), adultName: ' ', adultContact: '' },
    ['adultName: adultNameMissing', 'adultContact: adultContactMissing'],
  ],
  [
    'a parent or carer cannot be reached',
    { ...ofChild(today), adultContact: 'next door' },
    ['adultContact: adultContactForm'],
  ],
];

const timelessMistakes: Mistake[] = [
  ['who it is for is not said', { referralFor: '' }, ['referralFor: referralForMissing']],
  ['it is for nobody we know', { referralFor: 'my-cat' }, ['referralFor: unknownChoice']],
  [
    'a helper does not say whether the person agrees',
    { ...askedByHelper, permission: '' },
    ['permission: permissionMissing'],
  ],
  [
    'the permission is something else',
    { ...askedByHelper, permission: 'maybe' },
    ['permission: unknownChoice'],
  ],
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
  [
    'the postcode is cut short',
    { practice: 'not-sure', homePostcode: 'E1 4' },
    ['homePostcode: postcodeForm'],
  ],
  [
    'the postcode is an address',
    { livesInBorough: 'not-sure', homePostcode: '1 High Street' },
    ['homePostcode: postcodeForm'],
  ],
  ['neither need nor words are given', { needs: [], summary: ' \n' }, ['needs: needsMissing']],
  ['a need is not in our list', { needs: ['food', 'gold'] }, ['needs: unknownChoice']],
  ['there is no way to reach the person', { phone: '', email: '' }, ['phone: contactMissing']],
  ['the phone number is cut short', { phone: '020 794' }, ['phone: phoneForm']],
  ['the mobile has ten digits', { phone: '07700 90012' }, ['phone: phoneForm']],
  ['the e-mail address has a slip', { email: 'test@gmial.con' }, ['email: emailHint']],
  [
    'the e-mail address ends in a full stop',
    { email: 'test@person.example.' },
    ['email: emailHint'],
  ],
  [
    "a helper's e-mail address has a slip",
    { ...askedByHelper, helperContact: 'test@gmail.con' },
    ['helperContact: emailHint'],
  ],
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
    { phone: '', email: 'test@person.example', contactBy: ['text', 'email'] },
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
];
