import type { OutgoingMail } from '../../platform/mail/mail.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import { stopTrying } from '../delivery/settle.ts';
import { resolveDestination } from '../routing/resolve-destination.ts';
import type { Routing } from '../routing/routing.ts';
import type { LetterChange, ReferralStore, StoredLetter } from '../store/store-port.ts';
import { findSuperseded } from './is-superseded.ts';
import { parseLetterText } from './letter-text.ts';

interface Preparation {
  store: Pick<ReferralStore, 'findReferral' | 'findLetters' | 'findMarker' | 'listLetters'>;
  sealing: Pick<Sealing, 'open'>;
  routing: Routing;
  now: () => number;
  /** False: others were given a new key since, and can open what this process cannot. */
  isOwnKeyInForce?: () => Promise<boolean>;
}

/** What was not opened here, and is left to a worker with the new key. */
export const OTHER_KEY = 'other-key';

const POSTPONED_MS = 60_000;

/** A letter ready to send, or what becomes of it without a try. */
export async function prepareLetter(
  letter: StoredLetter,
  { store, sealing, routing, now, isOwnKeyInForce = async () => true }: Preparation,
): Promise<
  | { outgoing: OutgoingMail; sentTo: Pick<LetterChange, 'sentToTeam' | 'routeVersionAtSend'> }
  | { change: LetterChange }
> {
  const { payload, wrappedKey } = letter;
  const opened =
    payload && wrappedKey ? sealing.open(letter.id, { payload, wrappedKey }) : undefined;
  const text = opened === undefined ? undefined : parseLetterText(opened);
  if (!text && !(await isOwnKeyInForce())) {
    const attempts = letter.attempts - 1;
    return { change: { state: 'pending', dueInMs: 0, attempts, lastOutcome: OTHER_KEY } };
  }
  if (!text) return { change: { ...stopTrying(letter), lastOutcome: 'unreadable' } };
  const superseded = await findSuperseded(letter, store, now());
  if (superseded === 'overtaken')
    return { change: { state: 'withdrawn', lastOutcome: superseded } };
  if (superseded === 'not-yet') {
    return { change: { state: 'pending', dueInMs: POSTPONED_MS, lastOutcome: superseded } };
  }
  const resolved = resolveDestination(text.destination, routing);
  if (!resolved) return { change: { state: 'withdrawn', lastOutcome: 'no-mailbox' } };
  return {
    outgoing: {
      // A worker of the version before does not name its tries.
      envelopeId: letter.envelopeId ?? letter.id,
      to: resolved.mailbox,
      subject: text.subject,
      text: text.text,
      messageId: letter.messageId,
      date: new Date(letter.datedAt),
    },
    sentTo: { sentToTeam: resolved.sentToTeam, routeVersionAtSend: routing.version },
  };
}
