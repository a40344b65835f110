import type { ListingDraft, ListingFinding } from './listing-draft.ts';
import { seemsPersonal } from './personal-mailbox.ts';
import { findPhoneFault, isMobile } from './phone-form.ts';

/** Phone numbers that cannot be rung, and contact details that seem to be one person's. */
export function validateContactDetails(draft: ListingDraft): ListingFinding[] {
  const { phone, phoneNote, email } = draft;
  const findings: ListingFinding[] = [];
  if (phoneNote && !phone && !draft.unread?.includes('phone')) {
    const message = `found '${phoneNote}' without a phone number to which it belongs. Add phone, or leave it out.`;
    findings.push({ field: ['phoneNote'], message });
  }
  const fault = phone && findPhoneFault(phone);
  if (fault) findings.push({ field: ['phone'], message: fault });
  if (phone && isMobile(phone)) {
    findings.push({
      field: ['phone'],
      notice: true,
      message: `found '${phone}', a mobile. Make sure that it is the organisation's, not one worker's.`,
    });
  }
  const personal = email ? seemsPersonal(email) : 'no';
  if (personal === 'yes') {
    findings.push({
      field: ['email'],
      message: `found '${email}', which seems to be one person's mailbox. Give a shared one, such as info@…, or leave the field out.`,
    });
  }
  if (personal === 'perhaps') {
    findings.push({
      field: ['email'],
      notice: true,
      message: `found '${email}', which may be one person's mailbox. Make sure that it is the organisation's.`,
    });
  }
  return findings;
}
