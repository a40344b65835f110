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
  /** What a visitor told the editors. Holds what they wrote, and no name that we asked for. */
  'report',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Who a letter is for, resolved to a mailbox when it is sent (routing.ts). */
export type Destination =
  | { to: 'practice'; practice: string | 'not-sure' }
  | { to: 'team'; team: string }
  | { to: 'borough' }
  | { to: 'operator' }
  | { to: 'editors' }
  /** The only mailbox that is not in the routing file: stored sealed, with the letter's text. */
  | { to: 'resident'; address: string };

/** What is sealed, and what is sent. */
export interface LetterText {
  version: 1;
  destination: Destination;
  subject: string;
  text: string;
}
