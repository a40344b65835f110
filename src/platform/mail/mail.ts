/** What a try hands to the mail server. */
export interface OutgoingMail {
  /** One plain mailbox. */
  to: string;
  subject: string;
  text: string;
  /** Of this try: a report that the mail came back names it. At most 100 characters (RFC 3461). */
  envelopeId: string;
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
  /** What our account may: relay, its limits, whom it sends as. Perhaps for this mailbox alone. */
  | 'account-refused'
  /** The server took us and our sender, and ended the connection at this mailbox. */
  | 'hung-up'
  | 'try-later';

/**
 * Takes one mail as far as it gets. Resolves for every outcome; throws only for a fault of ours.
 * `beforeText` is waited for just before the text goes, when all that can be known before is known.
 */
export type SendMail = (
  mail: OutgoingMail,
  signal: AbortSignal,
  beforeText?: () => Promise<void>,
) => Promise<SendOutcome>;
