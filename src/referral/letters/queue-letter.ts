import type { Randomness } from '../../platform/secrets/randomness.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import type { ReferralStore } from '../store/store-port.ts';
import type { Destination, LetterKind, LetterText } from './letter.ts';

export interface QueuedLetter {
  /** Made of what it is about, so that the same letter is queued once however often it is asked for. */
  id: string;
  kind: LetterKind;
  referralSequence: number | null;
  destination: Destination;
  subject: string;
  text: string;
}

export type QueueLetter = (letter: QueuedLetter) => Promise<void>;

/** Letters of the service's own: reminders, notices, digests, alerts. */
export function createLetterQueue(about: {
  store: Pick<ReferralStore, 'addLetters'>;
  sealing: Pick<Sealing, 'seal'>;
  randomness: Pick<Randomness, 'token'>;
  now: () => number;
  /** Right side of Message-IDs. */
  mailDomain: string;
}): QueueLetter {
  return async ({ id, kind, referralSequence, ...letter }) => {
    const now = about.now();
    const text: LetterText = { version: 1, ...letter };
    await about.store.addLetters([
      {
        id,
        kind,
        referralSequence,
        state: 'pending',
        attempts: 0,
        maybeSentTimes: 0,
        createdAt: now,
        datedAt: now,
        // Not made of the id, which can be guessed: who knows it can say that the letter came back.
        messageId: `<${about.randomness.token()}@${about.mailDomain}>`,
        ...about.sealing.seal(id, JSON.stringify(text)),
      },
    ]);
  };
}
