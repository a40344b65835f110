import type { OutgoingMail } from '../../platform/mail/mail.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import { stopTrying } from '../delivery/settle.ts';
import { resolveDestination } from '../routing/resolve-destination.ts';
import type { Routing } from '../routing/routing.ts';
import type { LetterChange, ReferralStore, StoredLetter } from '../store/store-port.ts';
import { parseLetterText } from './letter-text.ts';

interface Preparation {
  store: Pick<ReferralStore, 'findReferral' | 'findLetters'>;
  sealing: Pick<Sealing, 'open'>;
  routing: Routing;
}

/** A letter ready to send, or what becomes of it without a try. */
export async function prepareLetter(
  letter: StoredLetter,
  { store, sealing, routing }: Preparation,
): Promise<
  | { outgoing: OutgoingMail; sentTo: Pick<LetterChange, 'sentToTeam' | 'routeVersionAtSend'> }
  | { change: LetterChange }
> {
  const { payload, wrappedKey } = letter;
  const opened =
    payload && wrappedKey ? sealing.open(letter.id, { payload, wrappedKey }) : undefined;
  const text = opened === undefined ? undefined : parseLetterText(opened);
  if (!text) return { change: { ...stopTrying(letter), lastOutcome: 'unreadable' } };
  if (await isSuperseded(letter, store)) {
    return { change: { state: 'withdrawn', lastOutcome: 'overtaken' } };
  }
  const resolved = resolveDestination(text.destination, routing);
  if (!resolved) return { change: { state: 'withdrawn', lastOutcome: 'no-mailbox' } };
  return {
    outgoing: {
      id: letter.id,
      to: resolved.mailbox,
      subject: text.subject,
      text: text.text,
      messageId: letter.messageId,
      date: new Date(letter.datedAt),
    },
    sentTo: { sentToTeam: resolved.sentToTeam, routeVersionAtSend: routing.version },
  };
}

const lateNotice = 'late-';

/** The id of the notice that a letter has waited for hours. An operator's new letter is another one. */
export function lateNoticeId({ id, createdAt }: Pick<StoredLetter, 'id' | 'createdAt'>): string {
  return `${lateNotice}${id}-${createdAt}`;
}

/** After days without a mail server, the borough would read of hundreds of delays that are over. */
async function isSuperseded(
  { id, kind, referralSequence: sequence }: StoredLetter,
  store: Preparation['store'],
): Promise<boolean> {
  if (sequence === null) return false;
  if (kind === 'reminder') return Boolean((await store.findReferral({ sequence }))?.acknowledgedAt);
  if (!id.startsWith(lateNotice)) return false;
  const letters = await store.findLetters(sequence);
  return letters.some((each) => lateNoticeId(each) === id && each.state === 'handed-over');
}
