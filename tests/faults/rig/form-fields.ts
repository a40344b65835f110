import { canaries } from './evidence/canaries.ts';

/** The form as a helper fills it in for a resident, by the names of its fields. */
export function filledIn(formToken: string, change: Record<string, string> = {}): URLSearchParams {
  const [dobYear = '', dobMonth = '', dobDay = ''] = canaries.dateOfBirth.split('-');
  const fields = new URLSearchParams({
    formToken,
    step: 'send',
    referralFor: 'someone-else',
    permission: 'yes',
    helperName: canaries.helperName,
    helperRelationship: canaries.helperRelationship,
    helperContact: canaries.helperContact,
    practice: 'not-sure',
    livesInBorough: 'yes',
    needs: 'loneliness',
    summary: `${canaries.summary}\n${canaries.secondLine}`,
    fullName: canaries.fullName,
    dobDay,
    dobMonth,
    dobYear,
    phone: canaries.phone,
    email: canaries.email,
    contactBy: 'call',
    voicemail: 'no',
    bestTime: canaries.bestTime,
    safetyNote: canaries.safetyNote,
    interpreter: 'no',
    accessNeeds: canaries.accessNeeds,
    ...change,
  });
  return fields;
}
