import type { Insertable, Selectable, Updateable } from 'kysely';
import type {
  AuditTable,
  LetterTable,
  MarkerTable,
  OutcomeTable,
  ReferralTable,
  ReportTable,
} from './store-tables.ts';

export type StoredReferral = Selectable<ReferralTable>;
export type StoredLetter = Selectable<LetterTable>;
export type StoredOutcome = Selectable<OutcomeTable>;
export type StoredReport = Selectable<ReportTable>;
export type NewReferral = Insertable<ReferralTable>;
export type NewReport = Insertable<ReportTable>;
/** Due at once, if nothing is said. */
export type NewLetter = Omit<Insertable<LetterTable>, 'dueAt' | 'plannedAt'> & { dueAt?: number };
/** `dueInMs`: how long from the moment of writing the letter is not to be tried. */
export type LetterChange = Omit<
  Updateable<LetterTable>,
  'dueAt' | 'plannedAt' | 'leaseUntil' | 'leaseOwner'
> & { dueInMs?: number };

/** A referral that a mail server took, and the letter that holds it. */
export interface HandedOverReferral {
  referral: StoredReferral;
  letter: Omit<StoredLetter, 'payload' | 'wrappedKey' | 'handedOverAt'> & { handedOverAt: number };
}

/** How far a referral came, and when; withdrawn ones are left out. */
export interface AnswerTimes {
  team: string;
  acceptedAt: number;
  handedOverAt: number | null;
  acknowledgedAt: number | null;
  /** When the team first said that it had spoken with the person. */
  spokenAt: number | null;
}

/** Rows of letters by state, letters of kind 'referral' only, and how old the oldest unsent one is. */
export interface ReferralCounts {
  accepted: number;
  pending: number;
  sending: number;
  maybeSent: number;
  handedOver: number;
  needsHuman: number;
  withdrawn: number;
  /** Of those handed over: no team said that it has them, and the text is kept. */
  unconfirmed: number;
  /** The same, and the text is destroyed. */
  neverConfirmed: number;
  /** When the oldest that is neither handed over nor withdrawn was accepted. */
  oldestWaitingSince: number | undefined;
}

/** How many reports there are of a kind, and how many no editor has cleared. */
export interface ReportCounts {
  kind: StoredReport['kind'];
  received: number;
  open: number;
}

/** What visitors told the editors. */
export interface ReportStore {
  /**
   * All or nothing. `existing`: this form was stored before, and nothing was stored. `taken`: the id or the
   * reference is another report's, and nothing was stored: draw new ones.
   */
  insertReport(
    report: NewReport,
    letters: readonly NewLetter[],
  ): Promise<{ stored: StoredReport } | { existing: StoredReport } | { taken: true }>;
  findReport(by: { reference: string } | { formToken: string }): Promise<StoredReport | undefined>;
  /** Without texts; newest first. `open`: those alone that no editor has cleared. */
  listReports(about: {
    open: boolean;
    limit: number;
  }): Promise<Omit<StoredReport, 'payload' | 'wrappedKey'>[]>;
  /** What pages show of listings: the newest reports about each that are not cleared, at most `limit`. */
  listReportedFacts(about: {
    limit: number;
  }): Promise<{ listing: string; facts: string; receivedAt: number }[]>;
  /** False: there is no such report, or it was cleared before. Written with the audit, or not at all. */
  clearReport(about: {
    reference: string;
    at: number;
    audit: Omit<Insertable<AuditTable>, 'at' | 'reference'>;
  }): Promise<boolean>;
  /**
   * Destroys the texts of reports, and those of their letters, that were cleared or received before. A letter
   * that is on its way is left to its worker. Resolves to how many reports, at most `limit`.
   */
  shredReports(about: {
    clearedBefore: number;
    receivedBefore: number;
    now: number;
    limit: number;
  }): Promise<number>;
  countReports(): Promise<ReportCounts[]>;
}

/**
 * Referrals and their letters, and reports. One transaction each; a promise that resolves means that it is
 * on the disk. Rejects with a StoreFault (store-fault.ts).
 */
export interface ReferralStore extends ReportStore {
  /** Brings the tables up to date; safe while other servers accept, and twice at once. */
  migrate(): Promise<void>;
  /** How its tables are, without a change: `older` ones need `migrate`, newer ones count as `current`. */
  readTables(): Promise<'none' | 'older' | 'current'>;
  close(): Promise<void>;
  /** False if the store can be read but not written, or not at all. */
  isWritable(): Promise<boolean>;

  /**
   * All or nothing. `existing`: this form was accepted before, and nothing was stored. `taken`: the
   * reference or a token is another referral's, and nothing was stored: draw new ones.
   */
  insertReferral(
    referral: NewReferral,
    letters: readonly Omit<NewLetter, 'referralSequence'>[],
  ): Promise<{ stored: StoredReferral } | { existing: StoredReferral } | { taken: true }>;
  /** A letter whose id is there already is left as it is. */
  addLetters(letters: readonly NewLetter[]): Promise<void>;

  findReferral(
    by: Partial<
      Pick<
        StoredReferral,
        'sequence' | 'reference' | 'formToken' | 'statusToken' | 'acknowledgementHash'
      >
    >,
  ): Promise<StoredReferral | undefined>;
  findLetters(referralSequence: number): Promise<StoredLetter[]>;
  /** By the name of its last try, or its Message-ID; without its text. */
  findSentLetter(
    by: { envelopeId: string } | { messageId: string },
  ): Promise<Omit<StoredLetter, 'payload' | 'wrappedKey'> | undefined>;
  /** Without payloads; newest first. */
  listReferrals(about: { limit: number }): Promise<StoredReferral[]>;

  /**
   * Takes due letters for `owner` for `leaseMs`: pending and maybe-sent ones, and those whose lease ran
   * out. Oldest due first. Two workers never get the same letter, however far apart their clocks: what is
   * due, and for how long a lease holds, goes by the store's. If that ran ahead when a try was planned, and
   * was put right, the letter counts as due; a lease that was given then lasts as long as any. None while a
   * restore is not decided on (findRestore).
   */
  claimDueLetters(about: {
    leaseMs: number;
    owner: string;
    /** What the try is called on the envelope; those claimed together would share it. */
    envelopeId?: string;
    limit: number;
    /** Those that the worker has in hand: if the clock leaps, their leases seem to have run out. */
    except?: readonly string[];
  }): Promise<StoredLetter[]>;
  /** Lengthens a lease to `leaseMs` from this moment; false: it was lost. */
  renewLease(letter: StoredLetter, leaseMs: number): Promise<boolean>;
  /**
   * Changes a letter that is still leased to its owner; false: the lease was lost, nothing changed.
   * A state other than `sending` gives the lease back, here and in changeLetter.
   */
  settleLetter(letter: StoredLetter, change: LetterChange): Promise<boolean>;
  /** For operators and timers: changes a letter if it is in one of the states. */
  changeLetter(
    id: string,
    from: readonly StoredLetter['state'][],
    change: LetterChange,
  ): Promise<boolean>;

  changeReferral(sequence: number, change: Updateable<ReferralTable>): Promise<void>;
  /** Notes that a team has it, by the link that is in force; the first time counts. */
  acknowledge(acknowledgementHash: string, at: number): Promise<void>;
  /**
   * Takes back that a team has it, and what it said became of it, by the link that is in force: the team
   * is asked anew, and its fallback after that. False: nobody had confirmed it, or its text is destroyed.
   */
  takeBackAcknowledgement(about: {
    acknowledgementHash: string;
    at: number;
    /** Written with the change, or not at all. */
    audit: Omit<Insertable<AuditTable>, 'at' | 'reference'>;
  }): Promise<boolean>;
  /**
   * Changes a letter that is in one of the states, and its referral: both or neither. The link to confirm
   * that the referral had before is kept as one that moved, if it gets another; one that is no longer
   * acknowledged has no outcome any more. False: nothing changed.
   */
  changeTogether(about: {
    letter: {
      id: string;
      from: readonly StoredLetter['state'][];
      /** Only if it was handed over at this moment, and not again since. */
      handedOverAt?: number | undefined;
      change: LetterChange;
    };
    referral: { sequence: number; change: Updateable<ReferralTable> };
    /** Written with the change, or not at all. */
    audit?: Insertable<AuditTable> | undefined;
    now: number;
  }): Promise<boolean>;
  /**
   * Notes what a team says became of it, by the link that is in force, and that it has it, if it never said
   * so. What it said last is not written again if that was after `sameSince`.
   */
  addOutcome(about: {
    acknowledgementHash: string;
    kind: StoredOutcome['kind'];
    saidAt: number;
    sameSince: number;
  }): Promise<void>;
  /** Oldest first, cleared ones too. */
  listOutcomes(referralSequence: number): Promise<StoredOutcome[]>;
  listAnswerTimes(about: { acceptedFrom: number }): Promise<AnswerTimes[]>;
  /** A link to confirm that another one replaced. */
  findMovedLink(hash: string): Promise<{ referral: StoredReferral; movedAt: number } | undefined>;
  /** Referrals whose letter was handed over and still has its text; oldest first. */
  listHandedOverTexts(): Promise<HandedOverReferral[]>;
  /** Referrals with a referral letter handed over from `from` until `until`, and to which team. */
  listHandedOver(about: { from: number; until: number }): Promise<
    {
      reference: string;
      team: string;
      teamAtAccept: string;
      handedOverAt: number;
      acknowledgedAt: number | null;
    }[]
  >;
  /** Letters of any kind in the state, without payloads. */
  listLetters(
    state: StoredLetter['state'],
  ): Promise<Omit<StoredLetter, 'payload' | 'wrappedKey'>[]>;

  /**
   * Destroys the keys and texts of letters that are still handed over as given; all or none of them.
   * Resolves to the ids of those that it destroyed.
   */
  shredTexts(about: {
    letters: readonly Pick<HandedOverReferral['letter'], 'id' | 'handedOverAt' | 'takenBackAt'>[];
    now: number;
  }): Promise<string[]>;
  /**
   * The same of letters that hold no answer (any kind but 'referral'): handed over before, or withdrawn
   * and made before. Resolves to how many, at most `limit`.
   */
  shredWithoutAnswers(about: {
    handedOverBefore: number;
    withdrawnCreatedBefore: number;
    now: number;
    limit: number;
  }): Promise<number>;
  /** Of one referral, at an operator's word: letters not sent yet are withdrawn, one on its way is left. */
  shredLetters(referralSequence: number, now: number): Promise<number>;

  /** The locked keys of all texts that are kept, those of reports too. */
  listWrappedKeys(): Promise<{ id: string; wrappedKey: Uint8Array }[]>;

  /** Notes in which database these rows are, the first time; later, whether they are in another one. */
  noteIdentity(now: number): Promise<void>;
  /**
   * The rows are a copy that was put back, and nobody has decided yet on what may have been sent since it was
   * made; `noticedAt`: when a server first saw that, if any did.
   */
  findRestore(): Promise<{ noticedAt: number | undefined } | undefined>;
  /** It was decided: this is the database from now on. */
  settleRestore(now: number): Promise<void>;

  counts(): Promise<ReferralCounts>;
  writeAudit(entry: Insertable<AuditTable>): Promise<void>;
  listAudit(reference: string): Promise<Selectable<AuditTable>[]>;
  findMarker(name: string): Promise<Selectable<MarkerTable> | undefined>;
  /** Sets a marker if it does not have the value yet; true for the one worker that set it. */
  claimMarker(name: string, value: string, now: number): Promise<boolean>;
  /** Sets a marker that nobody has set yet; resolves to the value in force. */
  setMarkerIfAbsent(name: string, value: string, now: number): Promise<string>;
}
