import type { ReferralStore } from '../store/store-port.ts';
import type { Destination, LetterKind } from './letter.ts';
import { type PendingLetterParts, toPendingLetter } from './pending-letter.ts';

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
export function createLetterQueue(
  about: PendingLetterParts & {
    store: Pick<ReferralStore, 'addLetters'>;
    now: () => number;
  },
): QueueLetter {
  return async ({ referralSequence, ...letter }) => {
    const pending = toPendingLetter(about, { ...letter, at: about.now() });
    await about.store.addLetters([{ referralSequence, ...pending }]);
  };
}
