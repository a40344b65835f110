import { stopTrying } from '../delivery/settle.ts';
import { reopen } from '../operator/reopen-bounced.ts';
import type { ReferralStore, StoredLetter } from '../store/store-port.ts';
import type { ReturnedMail } from './parse-return.ts';

type Letter = Omit<StoredLetter, 'payload' | 'wrappedKey'>;

export interface TakeReturnOptions {
  store: Pick<ReferralStore, 'findSentLetter' | 'findReferral' | 'changeTogether' | 'changeLetter'>;
  now: () => number;
}

/** Stands in the place of an operator's name. */
const RETURN_MAILBOX = 'return mailbox';

// An earlier try is at least a quarter of an hour older (back-off.ts), and clocks are a little apart.
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Notes that a letter came back. Only who had the letter, or carried it, knows the ids it is found by.
 * 'not-yet': it is being handed over at this moment. 'unknown': nothing of ours, or of an earlier try.
 * May be asked again of the same mail: the second time it changes nothing.
 */
export function createTakeReturn({ store, now }: TakeReturnOptions) {
  return async (
    returned: ReturnedMail,
    arrivedAt: number | undefined,
  ): Promise<{ kind: 'bounced'; letter: Letter } | { kind: 'not-yet' | 'unknown' }> => {
    const letter = await findLetter(returned, arrivedAt);
    if (letter === 'not-yet') return { kind: 'not-yet' };
    if (!letter) return { kind: 'unknown' };
    const bounced = await noteBounced(letter, returned);
    return bounced ? { kind: 'bounced', letter } : { kind: 'unknown' };
  };

  async function findLetter(
    { envelopeId, messageId }: ReturnedMail,
    arrivedAt: number | undefined,
  ): Promise<(Letter & { handedOverAt: number }) | 'not-yet' | undefined> {
    // The name of a try decides alone: with that of an earlier one, the Message-ID may still be the same.
    if (envelopeId !== undefined) {
      const letter = await store.findSentLetter({ envelopeId });
      if (letter?.state === 'sending') return 'not-yet';
      return letter && asHandedOver(letter);
    }
    const letter = messageId === undefined ? undefined : await store.findSentLetter({ messageId });
    const found = letter && asHandedOver(letter);
    if (!found) return undefined;
    const isOfEarlierTry =
      arrivedAt !== undefined && arrivedAt < found.handedOverAt - CLOCKS_APART_MS;
    return isOfEarlierTry ? undefined : found;
  }

  async function noteBounced(
    letter: Letter & { handedOverAt: number },
    { status }: ReturnedMail,
  ): Promise<boolean> {
    const { id, kind, handedOverAt, referralSequence: sequence } = letter;
    const referral =
      kind === 'referral' && sequence !== null ? await store.findReferral({ sequence }) : undefined;
    if (!referral) {
      return store.changeLetter(id, ['handed-over'], {
        ...stopTrying(letter),
        lastOutcome: 'bounced',
        lastCode: null,
        handedOverAt: null,
      });
    }
    return reopen(store, {
      letter: { id, handedOverAt },
      sequence: referral.sequence,
      now: now(),
      audit: {
        at: now(),
        reference: referral.reference,
        action: 'bounced',
        reason: `A mail server sent the letter back, status ${status ?? 'not given'}`,
        operator: RETURN_MAILBOX,
      },
    });
  }
}

function asHandedOver(letter: Letter): (Letter & { handedOverAt: number }) | undefined {
  const { state, handedOverAt } = letter;
  return state === 'handed-over' && handedOverAt !== null ? { ...letter, handedOverAt } : undefined;
}
