import type { Routing } from './routing.ts';

// Names set aside for examples, which no mail server ever has: RFC 2606 and RFC 6761.
const EXAMPLE = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/i;

/** Whether a domain or host is set aside for examples. */
export function isExampleName(name: string): boolean {
  return EXAMPLE.test(name);
}

/**
 * Mailboxes that nobody can read, a line each, the sender's among them if it is given. A production
 * server refuses to start with any.
 */
export function findExampleMailboxes(
  { teams, operatorMailbox }: Pick<Routing, 'teams' | 'operatorMailbox'>,
  mailFrom?: string,
): string[] {
  const mailboxes = [
    ...teams.map(({ id, mailbox }) => ({ place: `teams.${id}.mailbox`, mailbox })),
    ...(mailFrom ? [{ place: 'MAIL_FROM', mailbox: mailFrom }] : []),
    ...(operatorMailbox ? [{ place: 'operatorMailbox', mailbox: operatorMailbox }] : []),
  ];
  return mailboxes
    .filter(({ mailbox }) => isExampleName(mailbox.slice(mailbox.lastIndexOf('@') + 1)))
    .map(({ place, mailbox }) => `${place}: '${mailbox}' is an example, not a real mailbox.`);
}
