import type { ReferralStore } from '../store/store-port.ts';

/**
 * After a restore, what was waiting when the backup was made has most likely been sent since: it waits
 * for a person, and is not sent again unasked. Resolves to how many letters. May be done again.
 */
export async function markRestored(
  store: Pick<ReferralStore, 'listLetters' | 'changeLetter'>,
): Promise<number> {
  let marked = 0;
  for (const state of ['pending', 'sending', 'maybe-sent'] as const) {
    for (const { id, maybeSentTimes } of await store.listLetters(state)) {
      const changed = await store.changeLetter(id, [state], {
        state: 'needs-human',
        maybeSentTimes: maybeSentTimes + 1,
        lastOutcome: 'restored',
        lastCode: null,
      });
      if (changed) marked += 1;
    }
  }
  return marked;
}
