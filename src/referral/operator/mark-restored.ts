import type { ReferralStore, StoredLetter } from '../store/store-port.ts';

const waiting = ['pending', 'sending', 'maybe-sent'] as const;

type Listing = Pick<ReferralStore, 'listLetters'>;
type Letter = Pick<StoredLetter, 'id' | 'state' | 'maybeSentTimes' | 'referralSequence'>;
type Changing = Listing & Pick<ReferralStore, 'changeLetter' | 'findReferral' | 'writeAudit'>;

/** Who decided, and when. */
export interface Decider {
  now: number;
  operator: string;
}

/** Letters that waited when the copy was made, as far as they were written until `until`. */
async function listWaiting(store: Listing, until: number): Promise<Letter[]> {
  const letters = await Promise.all(waiting.map(store.listLetters));
  return letters.flat().filter(({ createdAt }) => createdAt <= until);
}

/** How many letters would need a person by `markRestored`. */
export async function countWaiting(
  store: Listing,
  until = Number.POSITIVE_INFINITY,
): Promise<number> {
  return (await listWaiting(store, until)).length;
}

/** Nothing that waits is sent any more unless a person says so. Resolves to how many letters. */
export async function leaveToPerson(
  store: Changing,
  lastOutcome: 'restored' | 'key-lost',
  { until = Number.POSITIVE_INFINITY, ...decider }: Decider & { until?: number | undefined },
): Promise<number> {
  let left = 0;
  for (const letter of await listWaiting(store, until)) {
    const { id, state, maybeSentTimes } = letter;
    await writeAudit(store, letter, lastOutcome, decider);
    const changed = await store.changeLetter(id, [state], {
      state: 'needs-human',
      maybeSentTimes: lastOutcome === 'restored' ? maybeSentTimes + 1 : maybeSentTimes,
      lastOutcome,
      lastCode: null,
    });
    if (changed) left += 1;
  }
  return left;
}

async function writeAudit(
  store: Pick<ReferralStore, 'findReferral' | 'writeAudit'>,
  { referralSequence }: Letter,
  action: string,
  { now: at, operator }: Decider,
): Promise<void> {
  if (referralSequence === null) return;
  const referral = await store.findReferral({ sequence: referralSequence });
  if (!referral) return;
  const reason = 'it waited, and what became of it since is not known';
  await store.writeAudit({ at, reference: referral.reference, action, reason, operator });
}

/**
 * Decides on a copy that was put back: what was waiting when it was made has most likely been sent since,
 * waits for a person, and is not sent again unasked; all else is sent from now on. Letters written after
 * `until` were written here and go their way. Resolves to how many letters. May be done again.
 */
export async function markRestored(
  store: Changing & Pick<ReferralStore, 'settleRestore'>,
  about: Decider & { until?: number | undefined },
): Promise<number> {
  const marked = await leaveToPerson(store, 'restored', about);
  // Last: until then nothing is sent, so a stop in between is made good by doing it again.
  await store.settleRestore(about.now);
  return marked;
}
