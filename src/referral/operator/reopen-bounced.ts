import type { ReferralStore } from '../store/store-port.ts';

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
  if (!letter) return false;
  return store.changeTogether({
    letter: {
      id: letter.id,
      from: ['handed-over'],
      change: { state: 'needs-human', lastOutcome: 'bounced', handedOverAt: null },
    },
    referral: {
      sequence: referral.sequence,
      change: { acknowledgedAt: null, remindedAt: null, escalatedAt: null },
    },
    now,
  });
}
