import { findAlertOf, isOverSince } from '../follow-up/alerts.ts';
import { isWaitingLong } from '../follow-up/delay.ts';
import type { ReferralStore, StoredLetter } from '../store/store-port.ts';

type Store = Pick<ReferralStore, 'findReferral' | 'findLetters' | 'findMarker' | 'listLetters'>;

const LATE_NOTICE = 'late-';
// A busy hour must not keep a notice back for ever: after a few minutes it goes as it is.
const MAX_POSTPONED = 5;

/** The id of the notice that a letter has waited for hours. An operator's new letter is another one. */
export function lateNoticeId({ id, createdAt }: Pick<StoredLetter, 'id' | 'createdAt'>): string {
  return `${LATE_NOTICE}${id}-${createdAt}`;
}

/**
 * Whether a notice still has something to tell: after days without a mail server, staff would read of
 * hundreds of troubles that are over. 'not-yet': what it is about is on its way at this moment, and a
 * minute later it is known.
 */
export async function findSuperseded(
  letter: StoredLetter,
  store: Store,
  now: number,
): Promise<'overtaken' | 'not-yet' | undefined> {
  const superseded = await judge(letter, store, now);
  return superseded === 'not-yet' && letter.attempts > MAX_POSTPONED ? undefined : superseded;
}

async function judge(letter: StoredLetter, store: Store, now: number) {
  const { id, kind, createdAt, referralSequence: sequence } = letter;
  const alert = kind === 'alert' ? findAlertOf(id) : undefined;
  if (alert !== undefined) {
    if (await isOverSince(store, alert, createdAt)) return 'overtaken';
    return alert === 'letters-waiting' ? judgeWaiting(store, now) : undefined;
  }
  if (sequence === null) return undefined;
  if (kind === 'reminder') {
    return (await store.findReferral({ sequence }))?.acknowledgedAt ? 'overtaken' : undefined;
  }
  const about = (await store.findLetters(sequence)).find((each) => isAbout(id, each));
  if (!about) return undefined;
  if (about.state === 'handed-over' || about.state === 'withdrawn') return 'overtaken';
  return isUnderWay(about, now) ? 'not-yet' : undefined;
}

/** The watch, which ends this alert, has not looked since; or the letters are just leaving. */
async function judgeWaiting(store: Store, now: number): Promise<'not-yet' | undefined> {
  const states = ['pending', 'sending', 'maybe-sent'] as const;
  const found = (await Promise.all(states.map(store.listLetters))).flat();
  const waiting = found.filter(
    ({ kind, createdAt }) => kind === 'referral' && isWaitingLong({ since: createdAt, now }),
  );
  const isOver = waiting.length === 0 || waiting.some((each) => isUnderWay(each, now));
  return isOver ? 'not-yet' : undefined;
}

function isUnderWay({ state, dueAt }: Pick<StoredLetter, 'state' | 'dueAt'>, now: number) {
  return state === 'sending' || (state !== 'needs-human' && dueAt <= now);
}

function isAbout(noticeId: string, letter: StoredLetter): boolean {
  return (
    noticeId === lateNoticeId(letter) ||
    noticeId.startsWith(`alert-${letter.id}-`) ||
    noticeId.startsWith(`fallback-${letter.id}-`)
  );
}
