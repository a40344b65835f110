import type { Randomness } from '../../platform/secrets/randomness.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import type { NewLetter } from '../store/store-port.ts';
import type { Destination, LetterKind, LetterText } from './letter.ts';

export interface PendingLetterParts {
  sealing: Pick<Sealing, 'seal'>;
  randomness: Pick<Randomness, 'token'>;
  /** Right side of Message-IDs. */
  mailDomain: string;
}

/** A letter as the outbox takes it, to be sent at once: its text and where it goes are sealed. `at`: milliseconds since 1970. */
export function toPendingLetter(
  { sealing, randomness, mailDomain }: PendingLetterParts,
  {
    id,
    kind,
    at,
    ...letter
  }: {
    id: string;
    kind: LetterKind;
    at: number;
    destination: Destination;
    subject: string;
    text: string;
  },
): Omit<NewLetter, 'referralSequence'> {
  const text: LetterText = { version: 1, ...letter };
  return {
    id,
    kind,
    state: 'pending',
    attempts: 0,
    maybeSentTimes: 0,
    createdAt: at,
    datedAt: at,
    // Not made of the id, which can be guessed: who knows it can say that the letter came back.
    messageId: `<${randomness.token()}@${mailDomain}>`,
    ...sealing.seal(id, JSON.stringify(text)),
  };
}
