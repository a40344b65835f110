import type { Need } from '../../../src/directory/lists.ts';
import type { Answers } from '../../../src/referral/form/answers.ts';
import type { ReferralLetterFacts } from '../../../src/referral/letters/referral-letter.ts';
import { aLabel } from '../directory/a-label.ts';
import { practices } from './a-routing.ts';

/** Answers of a person who does not exist, everything filled in. */
export function someAnswers(changes: Partial<Answers> = {}): Answers {
  return {
    helper: undefined,
    practice: 'F84001',
    livesInBorough: 'yes',
    homePostcode: undefined,
    needs: ['food', 'loneliness'],
    summary: 'I live alone since the spring.\nI would like to meet people.',
    fullName: 'Test Person One',
    dateOfBirth: '1980-03-27',
    adult: undefined,
    phone: '020 7946 0101',
    email: 'test.person.one@home.example',
    emailCopy: false,
    contactBy: ['call', 'text'],
    voicemail: 'no',
    bestTime: 'After 2 in the afternoon',
    safetyNote: 'My sister may answer. Please ask for Tess.',
    language: 'bn',
    otherLanguage: '',
    interpreter: 'yes',
    accessNeeds: 'I cannot climb stairs.',
    ...changes,
  };
}

/** What the letter about `someAnswers(changes)` is made of. */
export function letterFacts(changes: Partial<Answers> = {}): ReferralLetterFacts {
  const need = (slug: string, en: string): Need => ({
    slug,
    group: 'people',
    label: aLabel(en),
    intro: aLabel(en),
    first: [],
    offers: [],
  });
  const answers = someAnswers(changes);
  return {
    answers,
    reference: 'SP-7K3M-9QXT',
    acknowledgeUrl: 'https://directory.example/refer/received/AbCdEfGhIjKlMnOpQrStUv/',
    practice: practices.find(({ odsCode }) => odsCode === answers.practice),
    nearestPractices: [],
    needs: [need('food', 'Food and meals'), need('loneliness', 'Loneliness')],
    languages: [
      { slug: 'en', label: aLabel('English') },
      { slug: 'bn', label: aLabel('Bengali') },
      { slug: 'so', label: aLabel('Somali') },
    ],
    locale: 'en',
    acceptedAt: new Date('2026-11-22T09:05:00Z'),
    terms: { remindAfter: 1, fallbackAfter: 2 },
  };
}
