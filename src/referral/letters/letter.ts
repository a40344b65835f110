/**
 * A letter is stored as the exact text to send, so that every try sends the same bytes and a deploy
 * never rewrites what a person was promised.
 */
export const letterKinds = [
  /** A referral, to the team of the resident's practice. Holds what the resident wrote. */
  'referral',
  /** To the resident's own address, if they asked: the reference and what happens next, no answers. */
  'resident-copy',
  /** References only, never an answer, for the kinds below. */
  'reminder',
  'fallback-notice',
  'digest',
  'alert',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Who a letter is for, resolved to a mailbox when it is sent (routing.ts). */
export type Destination =
  | { to: 'practice'; practice: string | 'not-sure' }
  | { to: 'team'; team: string }
  | { to: 'borough' }
  | { to: 'operator' }
  /** The only mailbox that is not in the routing file: stored sealed, with the letter's text. */
  | { to: 'resident'; address: string };

/** What is sealed, and what is sent. */
export interface LetterText {
  version: 1;
  destination: Destination;
  subject: string;
  text: string;
}

/** What a try hands to the mail server: everything but the text comes from us, never from a visitor. */
export interface OutgoingMail {
  /** One plain mailbox. */
  to: string;
  subject: string;
  text: string;
  /** '<…@…>', the same on every try: a mail server that kept the first copy can drop the second. */
  messageId: string;
  /** The same on every try. */
  date: Date;
}

/** How a try ended. `code`: the SMTP reply, where there was one. */
export type SendOutcome =
  | { kind: 'handed-over'; code: number }
  /** Certainly not sent. */
  | { kind: 'not-sent'; reason: TemporaryReason; code?: number }
  /** Certainly not sent, and trying again changes nothing: mailbox gone, too large, against policy. */
  | { kind: 'refused'; reason: 'recipient' | 'message'; code: number }
  /** The text was on its way when the answer failed to come: it may have arrived. */
  | { kind: 'maybe-sent'; reason: 'connection-lost' | 'no-answer' };

export type TemporaryReason =
  | 'unreachable'
  | 'no-greeting'
  | 'tls'
  | 'login'
  | 'sender-refused'
  | 'try-later';

/**
 * Takes one letter as far as it gets. Resolves for every outcome; throws only for a fault of ours.
 * `beforeText` is waited for just before the text goes, when all that can be known before is known.
 */
export type SendMail = (
  letter: OutgoingMail,
  signal: AbortSignal,
  beforeText?: () => Promise<void>,
) => Promise<SendOutcome>;
