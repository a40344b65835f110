import type { Locale } from '../i18n/locale.ts';
import type { Answers } from './answers.ts';
import type { ReferralCounts } from './store-port.ts';

/** What a resident may be told; each has its words in the locale files. */
export type AcceptOutcome =
  /** It is on the disk. `repeated`: this form was accepted before; the first answers count. */
  | { kind: 'saved'; reference: string; statusToken: string; repeated: boolean }
  /** Certainly not stored: the answers must go back to the person. */
  | { kind: 'not-saved' }
  /** It may be stored or not: sending the same form again is counted once. */
  | { kind: 'cannot-tell' };

/**
 * 'saved': not with a team yet. 'delayed': for longer than people should wait. 'handed-over': the
 * team's mail server took it. 'received': somebody in the team said so. 'problem': a person must act.
 */
export type ProgressState = 'saved' | 'delayed' | 'handed-over' | 'received' | 'problem';

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
}

/** All that pages know of referrals. */
export interface Referrals {
  accept(answers: Answers, formToken: string, locale: Locale): Promise<AcceptOutcome>;
  /** The status page of a form that was accepted before; `undefined`: it was not. Rejects with a StoreFault. */
  findAccepted(formToken: string): Promise<{ statusToken: string } | undefined>;
  /** `undefined`: no such token. Rejects with a StoreFault. */
  findProgress(statusToken: string): Promise<Progress | undefined>;
  /** What a team is asked to confirm; `undefined`: no such link. */
  findToAcknowledge(token: string): Promise<Progress | undefined>;
  acknowledge(token: string): Promise<Progress | undefined>;
  /**
   * As it was at most five seconds ago. `rowsMissing`: referrals that were accepted and are no longer in
   * the database. `troubles`: by name, what an operator should look into. Rejects with a StoreFault.
   */
  health(): Promise<{
    counts: ReferralCounts;
    writable: boolean;
    rowsMissing: number;
    troubles: readonly string[];
  }>;
}
