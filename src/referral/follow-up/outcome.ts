import type { StoredOutcome } from '../store/store-port.ts';

/**
 * What a team may say became of a referral, by the link in its letter. Fixed words alone: a box to write
 * in would soon hold something about the person, on a page that needs no login.
 */
export const outcomeKinds = [
  'spoken',
  'not-reached',
  'passed-to-team',
  'passed-to-practice',
  'passed-to-service',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What an outcome means to the resident; to whom it was passed on is told besides. */
export type OutcomeState = 'spoken' | 'not-reached' | 'passed-on';

/** What a team said last, and when. */
export interface Outcome {
  kind: OutcomeKind;
  saidAt: Date;
}

const DAY_MS = 24 * 3_600_000;

/**
 * From when the team confirmed. Most talks happen within weeks; a link in an old mailbox, which others may
 * have inherited, should not change for ever what a resident reads.
 */
export const DAYS_FOR_OUTCOMES = 90;

// A button pressed twice is one word; the same said again later is news, as of a second try to reach someone.
const ONE_PRESS_MS = 10 * 60_000;

/** From then on the same outcome is another one. */
export function samePressSince(now: number): number {
  return now - ONE_PRESS_MS;
}

export function parseOutcomeKind(typed: unknown): OutcomeKind | undefined {
  return outcomeKinds.find((kind) => kind === typed);
}

export function toOutcomeState(kind: OutcomeKind): OutcomeState {
  return kind === 'spoken' || kind === 'not-reached' ? kind : 'passed-on';
}

/** Whether a team that confirmed then may still say, or correct, what became of it. */
export function takesOutcomes(acknowledgedAt: number | null, now: number): boolean {
  return acknowledgedAt !== null && now - acknowledgedAt < DAYS_FOR_OUTCOMES * DAY_MS;
}

/** Of outcomes in the order in which they were said. */
export function findNewestOutcome(outcomes: readonly StoredOutcome[]): Outcome | undefined {
  const newest = outcomes.findLast(({ clearedAt }) => clearedAt === null);
  return newest && { kind: newest.kind, saidAt: new Date(newest.saidAt) };
}
