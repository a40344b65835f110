import type { Generated } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { OutcomeKind } from '../follow-up/outcome.ts';
import type { LetterKind } from '../letters/letter.ts';
import type { LetterState } from '../letters/letter-states.ts';

/**
 * The tables, the same in SQLite and PostgreSQL. Moments are milliseconds since 1970, UTC.
 * What a person wrote is only in `letter.payload` and `report.payload`, sealed; every other column may be read by anyone who
 * operates the service.
 */
export interface Tables {
  referral: ReferralTable;
  letter: LetterTable;
  audit: AuditTable;
  marker: MarkerTable;
  movedLink: MovedLinkTable;
  outcome: OutcomeTable;
  report: ReportTable;
}

export type ReferralDatabase = Database<Tables>;

export interface ReferralTable {
  /** Counts up by one; a gap at the end tells that rows were lost (a restored or damaged file). */
  sequence: Generated<number>;
  /** 'SP-7K3M-9QXT', unique; not a secret. */
  reference: string;
  /** Unique: the same form sent again finds this row. */
  formToken: string;
  /** 128 random bits, in the address of the resident's status page; unique. */
  statusToken: string;
  /** SHA-256 in hex of the token in the letter's acknowledgement link; unique. */
  acknowledgementHash: string;
  locale: string;
  /** ODS code or 'not-sure'. */
  practice: string;
  /** Team whose mailbox was allocated when the referral was accepted, and the routing file's version. */
  teamAtAccept: string;
  routeVersionAtAccept: string;
  acceptedAt: number;
  acknowledgedAt: number | null;
  /** When the team was reminded that nobody had acknowledged, and when its fallback was told. */
  remindedAt: number | null;
  escalatedAt: number | null;
  /** Who filled in the form, for whether pages say "you" or "they"; null: accepted before this was noted. */
  askedBy: 'self' | 'helper' | null;
}

export interface LetterTable {
  /** Random. */
  id: string;
  /** Whose referral; null: a digest, an alert, or about a report. */
  referralSequence: number | null;
  kind: LetterKind;
  state: LetterState;
  /** Tries begun. */
  attempts: number;
  maybeSentTimes: number;
  createdAt: number;
  /** Not before this moment. This and the next two are by the store's own clock. */
  dueAt: number;
  /** When `dueAt` was written; null: by a version before this was noted. */
  plannedAt: number | null;
  leaseUntil: number | null;
  leaseOwner: string | null;
  messageId: string;
  /** Random, of the last try alone: what comes back names the try that it is about (envelope-id.ts). */
  envelopeId: string | null;
  /** The letter's Date. */
  datedAt: number;
  /** Team, 'borough', 'operator', 'editors' or 'resident': filled at each try, with the routing file's version. */
  sentToTeam: string | null;
  routeVersionAtSend: string | null;
  /** Enum value of the last try: 'refused:recipient', 'not-sent:tls' … */
  lastOutcome: string | null;
  lastCode: number | null;
  handedOverAt: number | null;
  /** When a team took back that it has the letter: it is asked again from then on. */
  takenBackAt: number | null;
  /** Sealed LetterText (platform/secrets/sealing.ts); both null once shredded. */
  payload: Uint8Array | null;
  wrappedKey: Uint8Array | null;
  shreddedAt: number | null;
}

/** Links to confirm a referral that went to another team since: what each says, and that it confirms nothing. */
export interface MovedLinkTable {
  /** SHA-256 in hex of the token in the link, as `referral.acknowledgementHash` was. */
  hash: string;
  referralSequence: number;
  movedAt: number;
}

/** What teams said became of referrals, by the link in force; the newest that is not cleared counts. */
export interface OutcomeTable {
  /** In the order in which they were said, whatever the clocks. */
  id: Generated<number>;
  referralSequence: number;
  kind: OutcomeKind;
  saidAt: number;
  /** When the referral was opened again: its letter came back, or went to another team. */
  clearedAt: number | null;
}

/** What visitors told the editors: about a listing, a place that is missing, or the site. */
export interface ReportTable {
  /** Random; what its text is sealed under. */
  id: string;
  /** 'RP-7K3M-9QXT', unique: by which editors and operators name it. Not a secret. */
  reference: string;
  /** Unique: the same form sent again finds this row. */
  formToken: string;
  kind: 'listing' | 'suggestion' | 'feedback';
  /** Slug of the listing; null: of another kind. */
  listing: string | null;
  /** What was ticked as wrong, with spaces between: 'phone hours'. All that pages show of a report. */
  facts: string;
  /** Of the page that it was written on. */
  locale: string;
  receivedAt: number;
  /** When an editor was done with it: pages show it until then. */
  clearedAt: number | null;
  /** Sealed ReportText (reports/report-text.ts); both null where nothing was typed, or once shredded. */
  payload: Uint8Array | null;
  wrappedKey: Uint8Array | null;
  shreddedAt: number | null;
}

/** What operators did, and why. */
export interface AuditTable {
  id: Generated<number>;
  at: number;
  reference: string;
  action: string;
  /** As the operator gave it. */
  reason: string;
  /** The operator's name on the machine. */
  operator: string;
}

/** What must be known after a restart: 'digest:<team>' was sent for '2026-W47', an alert was raised. */
export interface MarkerTable {
  name: string;
  value: string;
  at: number;
}
