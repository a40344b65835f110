import type { Locale } from '../i18n/locale.ts';
import type { UsualAnswer } from './follow-up/answer-times.ts';
import type { Outcome, OutcomeKind } from './follow-up/outcome.ts';
import type { Answers } from './form/answers.ts';
import type { ReferralCounts } from './store/store-port.ts';

/** What a resident may be told; each has its words in the locale files. */
export type AcceptOutcome =
  /**
   * It is on the disk. `repeated`: this form was accepted before; the first answers count. `mayDiffer`: and
   * these may be others, which were not sent.
   */
  | {
      kind: 'saved';
      reference: string;
      statusToken: string;
      repeated: boolean;
      mayDiffer: boolean;
    }
  /** Certainly not stored: the answers must go back to the person. */
  | { kind: 'not-saved' }
  /** It may be stored or not: sending the same form again is counted once. */
  | { kind: 'cannot-tell' };

/**
 * 'saved': not with a team yet. 'delayed': for longer than people should wait. 'handed-over': the
 * team's mail server took it. 'unconfirmed': the same, and nobody said so for longer than teams have.
 * 'never-confirmed': and the text is destroyed. 'received': somebody in the team said so. 'spoken',
 * 'not-reached', 'passed-on': and said later what became of it. 'problem': a person must act.
 */
export const progressStates = [
  'saved',
  'delayed',
  'handed-over',
  'unconfirmed',
  'never-confirmed',
  'received',
  'spoken',
  'not-reached',
  'passed-on',
  'problem',
] as const;
export type ProgressState = (typeof progressStates)[number];

/** The resident's status page: no personal data. */
export interface Progress {
  reference: string;
  state: ProgressState;
  /** 'F84012' or 'not-sure' */
  practice: string;
  /** Id of the team that has it, or that will get it. */
  team: string;
  acceptedAt: Date;
  handedOverAt: Date | undefined;
  acknowledgedAt: Date | undefined;
  /** What the team said became of it. */
  outcome: Outcome | undefined;
  /** Whoever stands in for the team got a notice that nobody confirmed. */
  fallbackNotified: boolean;
  /** Somebody filled in the form for the person, and has this page's address. */
  askedByHelper: boolean;
}

/** What the link in a team's letter leads to. 'moved': the letter went to `team` since, with another link. */
export type ConfirmationLink =
  | { kind: 'in-force'; progress: Progress; takesOutcomes: boolean; canTakeBack: boolean }
  | { kind: 'moved'; reference: string; team: string; movedAt: Date };

/** All that pages know of referrals. */
export interface Referrals {
  accept(answers: Answers, formToken: string, locale: Locale): Promise<AcceptOutcome>;
  /** The status page of a form that was accepted before; `undefined`: it was not. Rejects with a StoreFault. */
  findAccepted(formToken: string): Promise<{ statusToken: string } | undefined>;
  /** `undefined`: no such token. Rejects with a StoreFault. */
  findProgress(statusToken: string): Promise<Progress | undefined>;
  /** What a team is asked to confirm; `undefined`: no such link. */
  findConfirmationLink(token: string): Promise<ConfirmationLink | undefined>;
  /** Notes it, by a link in force alone. */
  acknowledge(token: string): Promise<ConfirmationLink | undefined>;
  /** Takes back that the team has it, by a link in force alone, and while the letter can still be sent. */
  takeBack(token: string): Promise<ConfirmationLink | undefined>;
  /** Notes what became of it, by a link in force alone, and no longer than teams may. */
  sayOutcome(token: string, kind: OutcomeKind): Promise<ConfirmationLink | undefined>;
  /** How soon a team usually answers; `undefined`: too little is known. Never rejects, and never makes a page wait. */
  findUsualAnswer(team: string): Promise<UsualAnswer | undefined>;
  /**
   * As it was at most five seconds ago. `rowsMissing`: referrals that were accepted and are no longer in
   * the database. `troubles`: by name, what an operator should look into. Rejects with a StoreFault.
   */
  health(): Promise<{
    counts: ReferralCounts;
    writable: boolean;
    rowsMissing: number;
    troubles: readonly string[];
    /** Since when the mail server has refused TLS or our login; `undefined`: it does not. */
    mailRefusedSince: number | undefined;
    /** When the store was last copied whole by the operator's command; `undefined`: never. */
    backedUpAt: number | undefined;
  }>;
}
