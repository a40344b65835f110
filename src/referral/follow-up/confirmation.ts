import { toLondon } from '../../i18n/london.ts';
import { startOfDay } from '../../i18n/london-calendar.ts';
import type { ConfirmationTerms } from '../routing/routing.ts';
import type { HandedOverReferral, StoredLetter } from '../store/store-port.ts';
import {
  afterWorkingDays,
  latestWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

/**
 * What follows from a team's word that it has a referral, and from the lack of it: who is asked when,
 * and how long the text is kept for those who are asked.
 */

/** Someone in the team may still need the letter again: theirs was filed wrongly, or came back after all. */
export const DAYS_AFTER_CONFIRMATION = 7;

/** Two working weeks, so that one person's week away does not decide. */
export const WORKING_DAYS_FOR_FALLBACK = 10;

const DAY_MS = 24 * 3_600_000;

/** Since when a team is asked whether it has a letter: from when it was handed over, or the team took its word back. */
export function askedSince({
  handedOverAt,
  takenBackAt,
}: {
  handedOverAt: number;
  takenBackAt: number | null;
}): number {
  return Math.max(handedOverAt, takenBackAt ?? handedOverAt);
}

/** What became of a letter that a mail server took. */
export interface HandedOver {
  handedOverAt: number;
  acknowledgedAt: number | null;
  /** When the fallback's own mail server took the notice that nobody confirmed; `undefined`: not yet. */
  fallbackNotifiedAt: number | undefined;
}

/**
 * From when the text may be destroyed. `undefined`: nobody confirmed, and nobody was told of that, so
 * it has to be kept.
 */
export function mayDestroyFrom(about: HandedOver): number | undefined {
  const { handedOverAt, acknowledgedAt, fallbackNotifiedAt } = about;
  const moments: number[] = [];
  if (acknowledgedAt !== null) {
    moments.push(Math.max(acknowledgedAt, handedOverAt) + DAYS_AFTER_CONFIRMATION * DAY_MS);
  }
  if (fallbackNotifiedAt !== undefined) moments.push(fallbackDeadline(fallbackNotifiedAt));
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** The end of the last of the working days that a fallback has, told at that moment. */
export function fallbackDeadline(toldAt: number): number {
  return startOfDay(afterWorkingDays(toLondon(toldAt).date, WORKING_DAYS_FOR_FALLBACK));
}

/**
 * 'on-time'; 'remind': the team's working days are over; 'overdue': its fallback is asked. Moves on
 * working days only: on a Saturday nobody could be asked by phone.
 */
export function findConfirmationStage(
  askedAt: number,
  { now, terms }: { now: number; terms: ConfirmationTerms },
): 'on-time' | 'remind' | 'overdue' {
  const today = latestWorkingDay(toLondon(now).date);
  const passed = workingDaysBetween(toLondon(askedAt).date, today);
  if (passed >= terms.fallbackAfter) return 'overdue';
  return passed >= terms.remindAfter ? 'remind' : 'on-time';
}

/** When a letter that nobody confirms becomes 'overdue'. */
export function overdueFrom(askedAt: number, { fallbackAfter }: ConfirmationTerms): number {
  const over = afterWorkingDays(toLondon(askedAt).date, fallbackAfter);
  return startOfDay(nextWorkingDay(over));
}

type AskedLetter = Pick<StoredLetter, 'id' | 'handedOverAt' | 'takenBackAt'>;

/** The id of the notice that nobody confirmed a letter. Asked after again, it is told of again. */
export function unconfirmedNoticeId({ id, handedOverAt, takenBackAt }: AskedLetter): string {
  const askedAt = handedOverAt === null ? null : askedSince({ handedOverAt, takenBackAt });
  return `silent-${id}-${askedAt}`;
}

/** When the fallback was told that nobody confirmed `letter`, by the letters of its referral. */
export function findFallbackNotifiedAt(
  letter: AskedLetter,
  letters: readonly Pick<StoredLetter, 'id' | 'state' | 'handedOverAt'>[],
): number | undefined {
  const id = unconfirmedNoticeId(letter);
  const notice = letters.find((each) => each.id === id && each.state === 'handed-over');
  return notice?.handedOverAt ?? undefined;
}

/** Letters of which a fallback was told that nobody confirmed them. A person can still send them. */
export function findNotConfirmed(
  handedOver: readonly HandedOverReferral[],
): HandedOverReferral['letter'][] {
  return handedOver
    .filter(({ referral }) => referral.acknowledgedAt === null && referral.escalatedAt !== null)
    .map(({ letter }) => letter);
}
