import type { SendOutcome } from '../../platform/mail/mail.ts';
import { prepareLetter } from '../letters/prepare-letter.ts';
import type { LetterChange, StoredLetter } from '../store/store-port.ts';
import type { BackOff } from './back-off.ts';
import type { DeliveryOptions } from './deliver.ts';
import { settle } from './settle.ts';

type TryParts = Pick<
  DeliveryOptions,
  'store' | 'sealing' | 'isOwnKeyInForce' | 'routing' | 'send' | 'log' | 'now'
> & {
  backOff: BackOff;
  /** The worker has to end at once. */
  cut: AbortSignal;
};

/** `outcome`: what the mail server did; undefined where nothing was sent to it. */
export interface TryResult {
  change: LetterChange;
  outcome?: SendOutcome;
}

/** One try of a letter, to the mailbox that the routing in force names, and what becomes of it. */
export async function tryLetter(
  letter: StoredLetter,
  parts: TryParts,
  { signal, beforeText }: { signal: AbortSignal; beforeText: () => Promise<void> },
): Promise<TryResult> {
  const { now, backOff } = parts;
  const prepared = await prepareLetter(letter, { ...parts, routing: parts.routing() });
  if ('change' in prepared) return prepared;
  const { outgoing, sentTo } = prepared;
  let outcome: SendOutcome;
  try {
    outcome = await parts.send(outgoing, signal, beforeText);
  } catch {
    // What was thrown may quote the letter.
    parts.log.error('letter.fault', { letter: letter.id, kind: letter.kind });
    const notSent = settle(
      letter,
      { kind: 'not-sent', reason: 'try-later' },
      { now: now(), backOff },
    );
    return { change: { ...notSent, ...sentTo, lastOutcome: 'fault' } };
  }
  if (parts.cut.aborted && outcome.kind === 'not-sent') {
    return { change: { state: 'pending', dueInMs: 0, lastOutcome: 'stopped' } };
  }
  return { outcome, change: { ...settle(letter, outcome, { now: now(), backOff }), ...sentTo } };
}
