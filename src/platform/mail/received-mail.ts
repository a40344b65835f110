/** A mail as it lies in a mailbox: its first 256 kB, which no report needs. */
export interface ReceivedMail {
  bytes: Uint8Array;
  /** By the clock of the server. */
  arrivedAt: Date | undefined;
}

/** Why a mailbox could not be read to its end. */
export type MailboxFault = 'unreachable' | 'tls' | 'login' | 'folder' | 'connection-lost';

/**
 * Reads what came to a mailbox after a place in it, oldest first, and changes nothing there. Resolves to
 * 'read', or to why it was not; rejects only with what `take` threw.
 */
export type ReadMailbox = (about: {
  /** A place as `take` got it, in this mailbox; of another one, or undefined: all since `since`. */
  after: string | undefined;
  since: Date;
  signal: AbortSignal;
  /** False: to be read again next time, with all that came later. */
  take(mail: ReceivedMail, place: string): Promise<boolean>;
}) => Promise<'read' | MailboxFault>;
