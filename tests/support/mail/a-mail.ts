import type { OutgoingMail } from '../../../src/platform/mail/mail.ts';

/** A letter as a try hands it to the mail server. */
export function aMail(fields: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: 'team@nhs.example',
    subject: 'Referral SP-7K3M-9QXT',
    text: 'Test Person One asks for a social prescriber.\n',
    envelopeId: 'letter-1',
    messageId: '<letter-1@directory.example>',
    date: new Date('2026-11-22T09:00:00Z'),
    ...fields,
  };
}
