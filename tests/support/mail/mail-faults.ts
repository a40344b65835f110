/** What a mail server does wrong; everything that is not said goes well. */
export interface MailFault {
  /** Nobody listens on the port. */
  refused?: true;
  /** The first line; 'none' stays silent. */
  greeting?: string;
  /** 'absent': not offered, and refused. */
  starttls?: 'absent';
  certificate?: 'untrusted' | 'expired' | 'wrong-name';
  login?: string;
  /** Offers to take several commands at once (RFC 2920). */
  pipelining?: true;
  sender?: string;
  recipient?: string | ((address: string) => string | undefined);
  /** The connection goes while the text comes in. */
  midText?: 'reset';
  /** After the dot that ends the text. `keeps`: the letter was taken, whatever is said then. */
  end?: { keeps: boolean; says: string };
  /** Called, and waited for, when the conversation is this far. */
  at?: Partial<Record<MailStage, () => void | Promise<void>>>;
}

/** 'answered': the 250 is on its way. */
export type MailStage = 'connected' | 'sender' | 'data' | 'dot' | 'answered';

/** Said instead of a reply: the connection is torn down, or nothing more is ever said. */
export const RESET = 'reset';
export const HANG = 'hang';

export const mailFaults = {
  refused: { refused: true },
  'no-greeting': { greeting: HANG },
  'greeting-421': { greeting: '421 4.3.2 Too busy' },
  'starttls-stripped': { starttls: 'absent' },
  'untrusted-certificate': { certificate: 'untrusted' },
  'expired-certificate': { certificate: 'expired' },
  'wrong-name-certificate': { certificate: 'wrong-name' },
  'login-535': { login: '535 5.7.8 Wrong user name or password' },
  'sender-451': { sender: '451 4.3.0 Not now' },
  'sender-550': { sender: '550 5.7.1 Sender not allowed' },
  'recipient-450': { recipient: '450 4.2.0 Greylisted' },
  'recipient-451': { recipient: '451 4.3.0 Local error' },
  'recipient-452': { recipient: '452 4.2.2 Mailbox full' },
  'recipient-hangs-up': { recipient: RESET },
  'relay-550': { recipient: '550 5.7.1 Unable to relay' },
  'recipient-550': { recipient: '550 5.1.1 No such mailbox' },
  'message-451': { end: { keeps: false, says: '451 4.3.0 Local error' } },
  'message-552': { end: { keeps: false, says: '552 5.3.4 Too large' } },
  'message-554': { end: { keeps: false, says: '554 5.6.0 Against our policy' } },
  'reset-mid-text': { midText: RESET },
  'reset-before-accept': { end: { keeps: false, says: RESET } },
  'hang-before-accept': { end: { keeps: false, says: HANG } },
  'accept-then-reset': { end: { keeps: true, says: RESET } },
  'accept-then-hang': { end: { keeps: true, says: HANG } },
} as const satisfies Record<string, MailFault>;

export type MailFaultName = keyof typeof mailFaults;
