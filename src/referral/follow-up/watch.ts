import type { ReferralCounts, ReferralStore, StoredLetter } from '../store/store-port.ts';
import { findNotConfirmed } from './confirmation.ts';
import { isDelayed } from './delay.ts';
import type { TroubleName, Troubles } from './troubles.ts';

const MINUTE_MS = 60_000;
const WAITING_ALERT_MS = 15 * MINUTE_MS;
const UNDELIVERED_ALERT_MS = 14 * 24 * 60 * MINUTE_MS;
// An alert is for reading; `npm run referrals` lists them all.
const MOST_NAMED = 20;

type Letter = Omit<StoredLetter, 'payload' | 'wrappedKey'>;

export interface WatchOptions {
  store: Pick<ReferralStore, 'listLetters' | 'listHandedOverTexts' | 'counts' | 'findReferral'>;
  troubles: Troubles;
  tell: { needsHuman(letter: Letter): Promise<void>; delayed(letter: Letter): Promise<void> };
  now: () => number;
}

/**
 * Looks at all that is not handed over, and that nothing is missing. What a crash kept somebody from
 * telling is told here.
 */
export function createWatch({ store, troubles, tell, now }: WatchOptions) {
  const toldDelayed = new Set<string>();
  return async () => {
    const [pending, sending, maybeSent, needsHuman] = await Promise.all(
      (['pending', 'sending', 'maybe-sent', 'needs-human'] as const).map(store.listLetters),
    );
    for (const letter of needsHuman ?? []) await tell.needsHuman(letter);

    const waiting = [...(pending ?? []), ...(sending ?? []), ...(maybeSent ?? [])];
    const olderThan = (letters: readonly Letter[], age: number) =>
      letters.filter(({ kind, createdAt }) => kind === 'referral' && now() - createdAt > age);
    await follow('letters-waiting', olderThan(waiting, WAITING_ALERT_MS));
    for (const letter of waiting) {
      if (letter.kind !== 'referral') continue;
      if (!isDelayed({ since: letter.createdAt, now: now() })) continue;
      const about = `${letter.id}-${letter.createdAt}`;
      if (!toldDelayed.has(about)) await tell.delayed(letter);
      toldDelayed.add(about);
    }
    const old = olderThan([...waiting, ...(needsHuman ?? [])], UNDELIVERED_ALERT_MS);
    await follow('undelivered-for-long', old);
    await follow('not-confirmed', findNotConfirmed(await store.listHandedOverTexts()));
    const differ = differenceIn(await store.counts()) !== 0;
    await (differ ? troubles.begin('counts-differ') : troubles.end('counts-differ'));
  };

  async function follow(
    name: TroubleName,
    letters: readonly Pick<Letter, 'referralSequence'>[],
  ): Promise<void> {
    if (letters.length === 0) return troubles.end(name);
    const references: string[] = [];
    for (const { referralSequence } of letters.slice(0, MOST_NAMED)) {
      const referral = await store.findReferral({ sequence: referralSequence ?? -1 });
      if (referral) references.push(referral.reference);
    }
    await troubles.begin(name, references);
  }
}

/** Referrals without a letter that says what became of them; there is never one. */
export function differenceIn(counts: ReferralCounts): number {
  const { pending, sending, maybeSent, handedOver, needsHuman, withdrawn } = counts;
  return counts.accepted - pending - sending - maybeSent - handedOver - needsHuman - withdrawn;
}
