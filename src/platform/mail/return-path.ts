// RFC 5321 allows 64, and the name of a try takes 34 (src/referral/letters/envelope-id.ts).
const LONGEST_BEFORE_ID = 64 - 34;

/**
 * The sender on a mail's envelope, which gets what comes back. After a plus at the end of its first half
 * the name of the try follows, 'returns+sp0123…@trust.example', for mail servers that report nothing else.
 */
export function toEnvelopeSender(returnPath: string, envelopeId: string): string {
  const [local = '', domain = ''] = returnPath.split('@');
  return local.endsWith('+') ? `${local}${envelopeId}@${domain}` : returnPath;
}

export function isReturnPathShort(returnPath: string): boolean {
  const [local = ''] = returnPath.split('@');
  return !local.endsWith('+') || local.length <= LONGEST_BEFORE_ID;
}
