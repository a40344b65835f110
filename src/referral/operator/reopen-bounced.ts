import type { ReferralStore, StoredLetter } from '../store/store-port.ts';

/**
 * For a mail server that sent a letter back after it took it: the referral needs a person again, whoever
 * had confirmed it, and is asked after anew once it is sent. False: no letter of it was handed over.
 */
export async function reopenBounced(
  store: Pick<ReferralStore, 'findReferral' | 'findLetters' | 'changeTogether'>,
  reference: string,
  now: number,
): Promise<boolean> {
  const referral = await store.findReferral({ reference });
  if (!referral) return false;
  const letters = await store.findLetters(referral.sequence);
  const letter = letters.find(({ kind }) => kind === 'referral');
  return letter ? reopen(store, { letter: { id: letter.id }, ...referral, now }) : false;
}

/**
 * The same of one letter as it was handed over, if it was not again since: `audit` is written with it,
 * or neither is.
 */
export function reopen(
  store: Pick<ReferralStore, 'changeTogether'>,
  {
    letter: { id, handedOverAt },
    sequence,
    now,
    audit,
  }: {
    letter: Pick<StoredLetter, 'id'> & { handedOverAt?: number };
    sequence: number;
    now: number;
    audit?: Parameters<ReferralStore['changeTogether']>[0]['audit'];
  },
): Promise<boolean> {
  return store.changeTogether({
    letter: {
      id,
      from: ['handed-over'],
      handedOverAt,
      change: {
        state: 'needs-human',
        lastOutcome: 'bounced',
        // The reply was a yes, and is not what the letter ended with.
        lastCode: null,
        handedOverAt: null,
      },
    },
    referral: { sequence, change: { acknowledgedAt: null, remindedAt: null, escalatedAt: null } },
    audit,
    now,
  });
}
