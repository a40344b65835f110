import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from './mail.ts';

/**
 * A mail as it goes over the wire: the same mail gives the same bytes on every try, so that a mail
 * server that kept the first copy can drop the second. One plain-text part and no header but ours.
 */
export function composeMail(mail: OutgoingMail, from: string): Promise<Buffer> {
  requirePlainAddress(mail.to);
  const composer = new MailComposer({
    from: { name: '', address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    text: mail.text.replace(/\r\n?/g, '\n').replace(/(?<!\n)$/, '\n'),
    // Without this, which encoding is chosen depends on the text, and a lone control character or a
    // line of any length would travel as it is.
    encoding: 'quoted-printable',
    newline: 'win',
    headers: {
      // RFC 3834: no holiday message shall answer. Exchange goes by a header of its own ([MS-OXCMAIL]
      // 2.1.3.2.20). Not 'All', and neither DR nor NDR: that a letter came back must still be heard.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

// Anything else is read again by the library, and a line break in it was once read as another domain.
const plainAddress = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d.-]{0,253}[a-z\d])?$/i;

function requirePlainAddress(address: string): void {
  if (!plainAddress.test(address)) throw new Error('A mail is to something else than one mailbox');
}
