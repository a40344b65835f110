import type { DatabaseFaultEffect, DatabaseFaultReason } from '../../../src/platform/database.ts';
import type { SendOutcome } from '../../../src/platform/mail/mail.ts';
import type { AcceptOutcome } from '../../../src/referral/referrals.ts';

type Outcomes<T> = T extends { kind: infer K extends string; reason: infer R extends string }
  ? `${K}:${R}`
  : T extends { kind: infer K extends string }
    ? K
    : never;

/** Every way in which something of ours may end; each has a fault that leads there. */
export type Covered =
  | `accept:${Outcomes<AcceptOutcome>}`
  | `send:${Outcomes<SendOutcome>}`
  | `store:${DatabaseFaultReason}`
  | `effect:${DatabaseFaultEffect}`
  | `needs-human:${NeedsHumanPath}`;

/** Ways by which a letter comes to need a person. */
export type NeedsHumanPath =
  | 'refused:recipient'
  | 'refused:message'
  | 'maybe-sent-too-often'
  | 'cannot-be-read'
  | 'too-old'
  | 'bounced'
  | 'restored';

export interface Fault {
  number: number;
  fault: string;
  /** How it is made to happen here. */
  inject: string;
  /** What is asserted beside the invariants. */
  shows: string;
  covers?: readonly Covered[];
  /** Why it, or a part of it, is not produced here. */
  missing?: string;
}
