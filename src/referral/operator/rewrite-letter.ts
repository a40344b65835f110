import type { Sealing } from '../../platform/secrets/sealing.ts';
import { DAYS_AFTER_CONFIRMATION } from '../follow-up/confirmation.ts';
import { redirectLetterText, toConfirmationUrl } from '../letters/confirmation-link.ts';
import type { LetterText } from '../letters/letter.ts';
import { parseLetterText } from '../letters/letter-text.ts';
import type { Routing } from '../routing/routing.ts';
import type { LetterChange, StoredLetter, StoredReferral } from '../store/store-port.ts';
import { describeMoment, findLetter, toPlainLine } from './describe-referral.ts';
import type { OperatorParts } from './operator.ts';
import { done, type OperatorResult, refuse } from './operator-result.ts';

const NO_LINK =
  'The letter does not hold the link to confirm it that we know, so it would never be confirmed. Read it with show REF --reason "…", and ring the team.';
const NO_LETTER = 'This referral has no letter. Look in a backup.';

type Parts = Pick<OperatorParts, 'store' | 'randomness' | 'now' | 'mailDomain' | 'siteUrl'> & {
  sealing: Sealing;
};

/** What the person wrote, as the team reads it; or why it cannot be read. */
export function openLetter(
  letter: StoredLetter | undefined,
  parts: Pick<Parts, 'sealing'>,
): string[] {
  const text = letter ? read(letter, parts) : NO_LETTER;
  if (typeof text === 'string') return [text];
  // Line by line: whatever a text holds, it must not be able to steer the terminal.
  return text.text.split('\n').map(toPlainLine);
}

/** In line again. What may have arrived keeps its Message-ID, so that a mail server drops the second. */
export async function retryLetter(referral: StoredReferral, parts: Parts): Promise<OperatorResult> {
  const { reference } = referral;
  const letter = findLetter(await parts.store.findLetters(referral.sequence));
  if (letter?.state === 'handed-over') {
    const when = letter.handedOverAt === null ? 'before' : describeMoment(letter.handedOverAt);
    return refuse(
      `${reference} was handed over (${when}). If it came back: bounced ${reference}, then retry.`,
    );
  }
  if (!letter) return refuse(NO_LETTER);
  const text = read(letter, parts);
  if (typeof text === 'string') return refuse(text);
  if (letter.state === 'sending') return refuseWhileSending(reference);
  const waits = letter.state === 'pending' || letter.state === 'maybe-sent';
  const change = waits ? { dueInMs: 0 } : requeue(letter, parts);
  return (await parts.store.changeLetter(letter.id, [letter.state], change))
    ? done(`${reference} is tried again within a minute, if a worker runs.`)
    : refuseWhileSending(reference);
}

/**
 * To another team, as a new letter with a link of its own; also one that was handed over, while its text
 * is kept. The link of the team before says from then on that the referral moved.
 */
export async function redirectLetter(
  referral: StoredReferral,
  team: string,
  parts: Parts & { routing: Routing },
): Promise<OperatorResult> {
  const { store, sealing, routing, randomness, siteUrl } = parts;
  const { reference, sequence } = referral;
  const letter = findLetter(await store.findLetters(sequence));
  if (!letter) return refuse(NO_LETTER);
  const text = read(letter, parts);
  if (typeof text === 'string') return refuse(text);
  if (letter.state === 'sending') return refuseWhileSending(reference);
  const token = randomness.token();
  const redirectedText = redirectLetterText(text.text, {
    isInForce: (written) => randomness.hash(written) === referral.acknowledgementHash,
    url: toConfirmationUrl(siteUrl, token),
  });
  if (redirectedText === undefined) return refuse(NO_LINK);
  const redirected: LetterText = {
    ...text,
    destination: { to: 'team', team },
    text: redirectedText,
  };
  const changed = await store.changeTogether({
    letter: {
      id: letter.id,
      from: [letter.state],
      change: {
        ...asNewLetter(parts),
        ...sealing.seal(letter.id, JSON.stringify(redirected)),
        handedOverAt: null,
        // A timer may have destroyed the text since it was read; here it is again.
        shreddedAt: null,
        // Not sent yet; but its status page names the team it goes to (progress.ts).
        sentToTeam: team,
        routeVersionAtSend: routing.version,
      },
    },
    referral: {
      sequence,
      change: {
        acknowledgementHash: randomness.hash(token),
        acknowledgedAt: null,
        remindedAt: null,
        escalatedAt: null,
      },
    },
    now: parts.now(),
  });
  if (!changed) return refuseWhileSending(reference);
  return done(`${reference} goes to ${team} within a minute, as a new letter, if a worker runs.`);
}

/** At the word of the team. From now on it is kept and destroyed as if the mail server had said so. */
export async function markDelivered(
  referral: StoredReferral,
  { store, now }: Pick<Parts, 'store' | 'now'>,
): Promise<OperatorResult> {
  const { reference, sequence } = referral;
  const letter = findLetter(await store.findLetters(sequence));
  if (!letter) return refuse(NO_LETTER);
  if (letter.state === 'sending') return refuseWhileSending(reference);
  if (letter.state === 'withdrawn') {
    return refuse(
      `${reference} was withdrawn: nothing of it is sent, and nothing is left to note.`,
    );
  }
  const at = now();
  if (letter.state !== 'handed-over') {
    const change: LetterChange = {
      state: 'handed-over',
      handedOverAt: at,
      lastOutcome: 'operator-says',
      lastCode: null,
      sentToTeam: letter.sentToTeam ?? referral.teamAtAccept,
    };
    if (!(await store.changeLetter(letter.id, [letter.state], change)))
      return refuseWhileSending(reference);
  }
  if (referral.acknowledgedAt === null) {
    await store.changeReferral(sequence, { acknowledgedAt: at });
  }
  return done(
    `${reference} is with its team, and its status page says that they told us so.`,
    `Nothing more is sent. Its text is destroyed ${DAYS_AFTER_CONFIRMATION} days after they said so.`,
  );
}

function requeue({ lastOutcome, messageId, datedAt }: StoredLetter, parts: Parts): LetterChange {
  const change = asNewLetter(parts);
  // Of a backup: the mailbox may well have it, and then shall drop the second.
  return lastOutcome === 'restored' ? { ...change, messageId, datedAt } : change;
}

// A mailbox that once had the letter would drop a second of the same name unseen.
function asNewLetter({ randomness, now, mailDomain }: Parts): LetterChange {
  return {
    state: 'pending',
    attempts: 0,
    maybeSentTimes: 0,
    lastOutcome: null,
    lastCode: null,
    createdAt: now(),
    dueInMs: 0,
    datedAt: now(),
    messageId: `<${randomness.token()}@${mailDomain}>`,
  };
}

function read(
  { id, payload, wrappedKey }: StoredLetter,
  { sealing }: Pick<Parts, 'sealing'>,
): LetterText | string {
  if (!payload || !wrappedKey) {
    return 'The text of this letter was destroyed: the person has to be asked again.';
  }
  const opened = sealing.open(id, { payload, wrappedKey });
  const text = opened === undefined ? undefined : parseLetterText(opened);
  return text ?? 'The text of this letter cannot be unlocked: it is damaged. Look in a backup.';
}

function refuseWhileSending(reference: string): OperatorResult {
  return refuse(`${reference} is on its way at this moment. Run the command again in a minute.`);
}
