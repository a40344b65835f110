import type { TemporaryReason } from '../../platform/mail/mail.ts';
import type { ReferralStore, StoredLetter } from '../store/store-port.ts';
import { nameOutcome } from './settle.ts';

type Store = Pick<ReferralStore, 'listLetters' | 'changeLetter'>;

/** Letters that only waited for the mail server need not wait for their own turn. */
export async function releaseWaiting(store: Store, now: number): Promise<void> {
  await release(store, now, (name) => name.startsWith('not-sent:') && !ofOneLetter.includes(name));
}

/** The same of those that our account was refused for, once one of them was taken. */
export async function releaseAccountRefused(
  store: Store,
  now: number,
  taken: Pick<StoredLetter, 'lastOutcome'>,
): Promise<void> {
  if (taken.lastOutcome !== accountRefused) return;
  await release(store, now, (name) => name === accountRefused);
}

/** Whether the letter waits because of what our account may not. */
export function isAccountRefused({ lastOutcome }: Pick<StoredLetter, 'lastOutcome'>): boolean {
  return lastOutcome === accountRefused;
}

async function release(
  store: Store,
  now: number,
  isMeant: (lastOutcome: string) => boolean,
): Promise<void> {
  for (const { id, dueAt, lastOutcome } of await store.listLetters('pending')) {
    if (dueAt > now && lastOutcome && isMeant(lastOutcome)) {
      await store.changeLetter(id, ['pending'], { dueInMs: 0 });
    }
  }
}

const notSent = (reason: TemporaryReason) => nameOutcome({ kind: 'not-sent', reason });
const accountRefused = notSent('account-refused');
// Other letters that are taken do not show that these would be.
const ofOneLetter = [notSent('try-later'), notSent('hung-up'), accountRefused];
