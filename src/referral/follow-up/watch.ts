import { isAccountRefused } from '../delivery/release-waiting.ts';
import type { ReferralCounts, ReferralStore, StoredLetter } from '../store/store-port.ts';
import type { AlertName, Alerts } from './alerts.ts';
import { areMany, MANY_AN_HOUR } from './arrivals.ts';
import { findNotConfirmed } from './confirmation.ts';
import { isDelayed, isWaitingLong } from './delay.ts';

const MINUTE_MS = 60_000;
const UNDELIVERED_ALERT_MS = 14 * 24 * 60 * MINUTE_MS;
// An alert is for reading; `npm run referrals` lists them all.
const MAX_REFERENCES = 20;

type Letter = Omit<StoredLetter, 'payload' | 'wrappedKey'>;

export interface WatchOptions {
  store: Pick<
    ReferralStore,
    | 'listLetters'
    | 'listHandedOverTexts'
    | 'listReferrals'
    | 'counts'
    | 'findReferral'
    | 'findRestore'
  >;
  alerts: Alerts;
  notices: { needsHuman(letter: Letter): Promise<void>; delayed(letter: Letter): Promise<void> };
  now: () => number;
}

/**
 * Looks at all that is not handed over, and that nothing is missing. What a crash kept somebody from
 * telling is told here.
 */
export function createWatch({ store, alerts, notices, now }: WatchOptions) {
  const delayNotified = new Set<string>();
  return async () => {
    const [pending, sending, maybeSent, needsHuman] = await Promise.all(
      (['pending', 'sending', 'maybe-sent', 'needs-human'] as const).map(store.listLetters),
    );
    for (const letter of needsHuman ?? []) await notices.needsHuman(letter);

    const waiting = [...(pending ?? []), ...(sending ?? []), ...(maybeSent ?? [])];
    await follow('account-refused', waiting.filter(isAccountRefused));
    const ofReferrals = waiting.filter(({ kind }) => kind === 'referral');
    await follow(
      'letters-waiting',
      ofReferrals.filter(({ createdAt }) => isWaitingLong({ since: createdAt, now: now() })),
    );
    for (const letter of ofReferrals) {
      if (!isDelayed({ since: letter.createdAt, now: now() })) continue;
      const about = `${letter.id}-${letter.createdAt}`;
      if (!delayNotified.has(about)) await notices.delayed(letter);
      delayNotified.add(about);
    }
    const old = [...waiting, ...(needsHuman ?? [])].filter(
      ({ kind, createdAt }) => kind === 'referral' && now() - createdAt > UNDELIVERED_ALERT_MS,
    );
    await follow('undelivered-for-long', old);
    await follow('not-confirmed', findNotConfirmed(await store.listHandedOverTexts()));
    await followArrivals();
    await ((await store.findRestore())
      ? alerts.raise('restored-undecided')
      : alerts.resolve('restored-undecided'));
    const differ = differenceIn(await store.counts()) !== 0;
    await (differ ? alerts.raise('counts-differ') : alerts.resolve('counts-differ'));
  };

  /** However many addresses they come from, which limits by address do not see. */
  async function followArrivals(): Promise<void> {
    const newest = await store.listReferrals({ limit: MANY_AN_HOUR });
    await (areMany(newest, now())
      ? alerts.raise('many-requests')
      : alerts.resolve('many-requests'));
  }

  async function follow(
    name: AlertName,
    letters: readonly Pick<Letter, 'referralSequence'>[],
  ): Promise<void> {
    if (letters.length === 0) return alerts.resolve(name);
    const references: string[] = [];
    for (const { referralSequence } of letters.slice(0, MAX_REFERENCES)) {
      const referral = await store.findReferral({ sequence: referralSequence ?? -1 });
      if (referral) references.push(referral.reference);
    }
    await alerts.raise(name, references);
  }
}

/** Referrals without a letter that says what became of them; there is never one. */
export function differenceIn(counts: ReferralCounts): number {
  const { pending, sending, maybeSent, handedOver, needsHuman, withdrawn } = counts;
  return counts.accepted - pending - sending - maybeSent - handedOver - needsHuman - withdrawn;
}
