/**
 * What the form asks, by the names its fields are posted under, and what is left once every answer was
 * checked. Each field has its reason in docs/data-protection.md; nothing else is asked.
 */
export const formFields = [
  'formToken',
  'step',
  'referralFor',
  'helperName',
  'helperRelationship',
  'helperContact',
  'permission',
  'practice',
  'livesInBorough',
  'homePostcode',
  'needs',
  'summary',
  'fullName',
  'dobDay',
  'dobMonth',
  'dobYear',
  'ageSure',
  'adultIs',
  'adultName',
  'adultContact',
  'phone',
  'email',
  'emailCopy',
  'contactBy',
  'voicemail',
  'bestTime',
  'safetyNote',
  'language',
  'otherLanguage',
  'interpreter',
  'accessNeeds',
] as const;

/** 'not-sure': the borough finds out. People who are not registered anywhere are shown other ways on. */
export type PracticeChoice = string | 'not-sure';
export type ContactWay = 'call' | 'text' | 'email';

/** Checked answers: trimmed, normalised, and enough to act on. */
export interface Answers {
  /** Who else asked, with the person's permission; undefined: people ask for themselves. */
  helper: { name: string; relationship: string; contact: string } | undefined;
  /** ODS code of a practice in content/practices.yaml, or 'not-sure'. */
  practice: PracticeChoice;
  livesInBorough: 'yes' | 'not-sure';
  /** 'E1 4AA', of anywhere; undefined: left out, or both answers before are known. */
  homePostcode: string | undefined;
  /** Slugs of content/lists/needs.yaml. */
  needs: readonly string[];
  summary: string;
  fullName: string;
  /** '1980-03-27' */
  dateOfBirth: string;
  /** The parent or carer of somebody under 16, for whom another asks; 'helper': it is whoever asks. */
  adult: 'helper' | { name: string; contact: string } | undefined;
  /** At least one of phone and email is given. */
  phone: string | undefined;
  email: string | undefined;
  /** The person asked for an e-mail that says only that we have the referral, and its reference. */
  emailCopy: boolean;
  contactBy: readonly ContactWay[];
  /** undefined: not answered, so no message may be left. */
  voicemail: 'yes' | 'no' | undefined;
  bestTime: string;
  /** Who might answer, what to be careful about, the name to use. */
  safetyNote: string;
  /** Slug of content/lists/languages.yaml, or 'another'; '' is not answered. */
  language: string;
  /** What 'another' is; may be empty. */
  otherLanguage: string;
  interpreter: 'yes' | 'no' | undefined;
  accessNeeds: string;
}
