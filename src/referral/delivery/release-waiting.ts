import type { ReferralStore } from '../store/store-port.ts';
import { nameOutcome } from './settle.ts';

/** Letters that only waited for the mail server need not wait for their own turn. */
export async function releaseWaiting(
  store: Pick<ReferralStore, 'listLetters' | 'changeLetter'>,
  now: number,
): Promise<void> {
  for (const { id, dueAt, lastOutcome } of await store.listLetters('pending')) {
    if (dueAt > now && lastOutcome?.startsWith('not-sent:') && lastOutcome !== tryLater) {
      await store.changeLetter(id, ['pending'], { dueInMs: 0 });
    }
  }
}

const tryLater = nameOutcome({ kind: 'not-sent', reason: 'try-later' });
