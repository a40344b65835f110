import type { ReferralStore } from './store-port.ts';

/**
 * For a mail server that sent a letter back after it took it: the referral needs a person again. Its
 * text is still there for a week after it was handed over. False: there is no such letter.
 */
export async function reopenBounced(
  store: Pick<ReferralStore, 'findReferral' | 'findLetters' | 'changeLetter'>,
  reference: string,
): Promise<boolean> {
  const referral = await store.findReferral({ reference });
  if (!referral) return false;
  const letters = await store.findLetters(referral.sequence);
  const letter = letters.find(({ kind }) => kind === 'referral');
  const change = { state: 'needs-human', lastOutcome: 'bounced', handedOverAt: null } as const;
  return letter ? store.changeLetter(letter.id, ['handed-over'], change) : false;
}
