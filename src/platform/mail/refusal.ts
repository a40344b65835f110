/**
 * Whom a mail server refused for good: the account that sends, or this one mail. By the enhanced status
 * code (RFC 3463, RFC 2034), since the reply code is 550 for either.
 */

/** Where it was refused: when the mailbox was named, or when it had the text. */
export type RefusedAt = 'recipient' | 'text';

// The sender's address, an account's daily limits, and Exchange's "send as denied" (5.2.252).
const ofAccount = ['5.1.7', '5.1.8', '5.1.90', '5.2.252', '5.4.5'];

// Security and policy (5.7.x) are about who sends, but for these: an owner who changed (RFC 7293), a list
// that takes no mail of others, and Exchange's restricted mailboxes and groups.
const ofRecipient = /^5\.7\.(2|17|18|124|129|133|134|135|136)$/;

// What virus and spam filters say, of a text they have read.
const ofText = /^5\.7\.(0|1|4|5|6|7)$/;

// In words, where there is no code, or one that filters use as well.
const saysAccount = /\brelay|\bsend as\b/i;

/** Whether every mail of this account may be refused alike, and this one is not to blame. */
export function isAccountRefused(at: RefusedAt, reply: string): boolean {
  const status = findStatus(reply);
  if (status === undefined) return saysAccount.test(reply);
  if (ofAccount.includes(status)) return true;
  if (!status.startsWith('5.7.') || ofRecipient.test(status)) return false;
  return at === 'recipient' || !ofText.test(status) || saysAccount.test(reply);
}

function findStatus(reply: string): string | undefined {
  return /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})(?!\d)/.exec(reply)?.[1];
}
