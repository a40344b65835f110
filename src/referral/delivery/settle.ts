import type { SendOutcome, TemporaryReason } from '../../platform/mail/mail.ts';
import type { LetterChange, StoredLetter } from '../store/store-port.ts';
import { type BackOff, isTimeToGiveUp } from './back-off.ts';

const MAX_MAYBE_SENT_TIMES = 3;

// Our own account or settings: no letter is at fault, however long it takes to put them right.
const ourFaults: readonly TemporaryReason[] = ['login', 'sender-refused', 'account-refused'];

type Settled = Pick<StoredLetter, 'id' | 'kind' | 'attempts' | 'maybeSentTimes' | 'createdAt'>;

/** What becomes of a letter after a try. */
export function settle(
  letter: Settled,
  outcome: SendOutcome,
  { now, backOff }: { now: number; backOff: BackOff },
): LetterChange {
  const { attempts: tries, createdAt } = letter;
  const tryAgain = { state: 'pending', dueInMs: backOff.waitAfter(tries, letter.id) } as const;
  const recorded = { lastOutcome: nameOutcome(outcome), lastCode: codeOf(outcome) ?? null };
  switch (outcome.kind) {
    case 'handed-over':
      return { ...recorded, state: 'handed-over', handedOverAt: now };
    case 'refused':
      return { ...recorded, ...stopTrying(letter) };
    case 'not-sent': {
      // A copy for the resident may be refused for their own address alone.
      const waits = ourFaults.includes(outcome.reason) && letter.kind !== 'resident-copy';
      const hopeless = !waits && isTimeToGiveUp({ tries, createdAt, now });
      return { ...recorded, ...(hopeless ? stopTrying(letter) : tryAgain) };
    }
    case 'maybe-sent': {
      const maybeSentTimes = letter.maybeSentTimes + 1;
      if (maybeSentTimes >= MAX_MAYBE_SENT_TIMES) {
        return { ...recorded, maybeSentTimes, ...stopTrying(letter) };
      }
      const dueInMs = backOff.waitAfterLostAnswer(tries, letter.id);
      return { ...recorded, maybeSentTimes, state: 'maybe-sent', dueInMs };
    }
  }
}

/** 'refused:recipient', for operators. */
export function nameOutcome(outcome: SendOutcome): string {
  return 'reason' in outcome ? `${outcome.kind}:${outcome.reason}` : outcome.kind;
}

/** A copy that does not reach the resident's own address asks nothing of anybody. */
export function stopTrying({ kind }: Pick<StoredLetter, 'kind'>) {
  return { state: kind === 'resident-copy' ? 'withdrawn' : 'needs-human' } as const;
}

function codeOf(outcome: SendOutcome): number | undefined {
  return 'code' in outcome ? outcome.code : undefined;
}
