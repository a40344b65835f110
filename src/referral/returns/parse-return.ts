import PostalMime, { type Email } from 'postal-mime';
import { findEnvelopeId } from '../letters/envelope-id.ts';
import { parseDeliveryStatus } from './delivery-status.ts';

/** A mail of ours that a mail server gave up. Holds codes and our own ids, nothing of what it said. */
export interface ReturnedMail {
  /** '5.1.1' (RFC 3463), where one was given. */
  status: string | undefined;
  /** The name of the try, if it has the form of ours. */
  envelopeId: string | undefined;
  /** '<…@…>', of the mail that came back. */
  messageId: string | undefined;
}

// What comes back of a mail of ours stands near the beginning; anything deeper is not for us.
const limits = {
  maxNestingDepth: 10,
  maxHeadersSize: 64 * 1024,
  attachmentEncoding: 'utf8',
} as const;

/**
 * What a mail that arrived says of one of ours. `undefined`: not that it failed for good: an answer, a
 * delay, an out-of-office note, a mail that cannot be read.
 */
export async function parseReturn(bytes: Uint8Array): Promise<ReturnedMail | undefined> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, limits);
  } catch {
    return undefined;
  }
  return parseReport(mail) ?? parseOldExim(mail);
}

/** RFC 3464, as Postfix, Exchange and most others write it. */
function parseReport(mail: Email): ReturnedMail | undefined {
  const part = findPart(mail, 'message/delivery-status');
  if (part === undefined) return undefined;
  const { envelopeId, recipients } = parseDeliveryStatus(part);
  const failed = recipients.find(({ action }) => action === 'failed');
  if (!failed) return undefined;
  const original = findPart(mail, 'text/rfc822-headers') ?? findPart(mail, 'message/rfc822');
  return {
    status: failed.status,
    envelopeId: findEnvelopeId(envelopeId ?? '') ?? findAddressedId(mail),
    messageId: findMessageId(original ?? ''),
  };
}

/** Exim as it was for long: words, a copy of the mail below them, and a field that only failures have. */
function parseOldExim(mail: Email): ReturnedMail | undefined {
  if (!mail.headers.some(({ key }) => key === 'x-failed-recipients')) return undefined;
  return {
    status: undefined,
    envelopeId: findAddressedId(mail),
    messageId: findMessageId(mail.text ?? ''),
  };
}

/** The name of a try in the address that the report came to. */
function findAddressedId({ headers }: Email): string | undefined {
  const addressed = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];
  return headers
    .filter(({ key }) => addressed.includes(key))
    .map(({ value }) => findEnvelopeId(value))
    .find((found) => found !== undefined);
}

function findPart({ attachments }: Email, type: string): string | undefined {
  const content = attachments.find(({ mimeType }) => mimeType.toLowerCase() === type)?.content;
  return typeof content === 'string' ? content : undefined;
}

function findMessageId(head: string): string | undefined {
  return /^Message-ID:\s*(<[^<>\s]{1,200}>)/im.exec(head)?.[1];
}
