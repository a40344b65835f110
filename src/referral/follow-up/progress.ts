import type { ConfirmationLink, Progress, ProgressState, Referrals } from '../referrals.ts';
import type { ConfirmationTerms, Routing } from '../routing/routing.ts';
import type { ReferralStore, StoredLetter, StoredReferral } from '../store/store-port.ts';
import { askedSince, findConfirmationStage, findFallbackNotifiedAt } from './confirmation.ts';
import { isDelayed } from './delay.ts';
import {
  findNewestOutcome,
  type Outcome,
  samePressSince,
  takesOutcomes,
  toOutcomeState,
} from './outcome.ts';

export interface ProgressParts {
  /** Rejects with a StoreFault. */
  openStore: () => Promise<
    Pick<
      ReferralStore,
      | 'findReferral'
      | 'findLetters'
      | 'acknowledge'
      | 'takeBackAcknowledgement'
      | 'findMovedLink'
      | 'addOutcome'
      | 'listOutcomes'
    >
  >;
  routing: () => Routing;
  now: () => number;
  hash(token: string): string;
}

/** How far referrals are, as residents and teams are told. */
export function createProgress({
  openStore,
  routing,
  now,
  hash,
}: ProgressParts): Omit<Referrals, 'accept' | 'health' | 'findUsualAnswer'> {
  async function toProgress(
    referral: StoredReferral,
    known?: readonly StoredLetter[],
  ): Promise<Progress> {
    const store = await openStore();
    const letters = known ?? (await store.findLetters(referral.sequence));
    // While nobody has it, nothing became of it.
    const outcomes =
      referral.acknowledgedAt === null ? [] : await store.listOutcomes(referral.sequence);
    const outcome = findNewestOutcome(outcomes);
    return describeProgress({ referral, letters, outcome }, routing(), now());
  }

  const find = async (by: Parameters<ReferralStore['findReferral']>[0]) =>
    (await openStore()).findReferral(by);

  async function findConfirmationLink(token: string): Promise<ConfirmationLink | undefined> {
    const acknowledgementHash = hash(token);
    const referral = await find({ acknowledgementHash });
    if (referral) {
      const letters = await (await openStore()).findLetters(referral.sequence);
      return {
        kind: 'in-force',
        progress: await toProgress(referral, letters),
        takesOutcomes: takesOutcomes(referral.acknowledgedAt, now()),
        canTakeBack: referral.acknowledgedAt !== null && letters.some(canBeSentAgain),
      };
    }
    const moved = await (await openStore()).findMovedLink(acknowledgementHash);
    if (!moved) return undefined;
    const { reference, team } = await toProgress(moved.referral);
    return { kind: 'moved', reference, team, movedAt: new Date(moved.movedAt) };
  }

  return {
    findAccepted: (formToken) => find({ formToken }),
    async findProgress(statusToken) {
      const referral = await find({ statusToken });
      return referral && toProgress(referral);
    },
    findConfirmationLink,
    async acknowledge(token) {
      await (await openStore()).acknowledge(hash(token), now());
      return findConfirmationLink(token);
    },
    async takeBack(token) {
      const audit = { action: 'taken-back', reason: 'by the link in the letter', operator: 'team' };
      const about = { acknowledgementHash: hash(token), at: now(), audit };
      await (await openStore()).takeBackAcknowledgement(about);
      return findConfirmationLink(token);
    },
    async sayOutcome(token, kind) {
      const acknowledgementHash = hash(token);
      const referral = await find({ acknowledgementHash });
      const at = now();
      if (
        referral &&
        (referral.acknowledgedAt === null || takesOutcomes(referral.acknowledgedAt, at))
      ) {
        const said = { acknowledgementHash, kind, saidAt: at, sameSince: samePressSince(at) };
        await (await openStore()).addOutcome(said);
      }
      return findConfirmationLink(token);
    },
  };
}

type Letter = Pick<
  StoredLetter,
  | 'id'
  | 'kind'
  | 'state'
  | 'createdAt'
  | 'sentToTeam'
  | 'routeVersionAtSend'
  | 'handedOverAt'
  | 'takenBackAt'
  | 'shreddedAt'
>;

function canBeSentAgain({ kind, state, shreddedAt }: Letter): boolean {
  return kind === 'referral' && state === 'handed-over' && shreddedAt === null;
}

function describeProgress(
  {
    referral,
    letters,
    outcome,
  }: { referral: StoredReferral; letters: readonly Letter[]; outcome: Outcome | undefined },
  routing: Routing,
  now: number,
): Progress {
  // Should there be several, what became of the newest counts.
  const letter = letters
    .filter(({ kind, state }) => kind === 'referral' && state !== 'withdrawn')
    .toSorted((a, b) => b.createdAt - a.createdAt)[0];
  const handedOver = letter?.state === 'handed-over' ? letter : undefined;
  return {
    reference: referral.reference,
    state: outcome
      ? toOutcomeState(outcome.kind)
      : findState(referral, letter, { now, terms: routing.confirmationTerms }),
    practice: referral.practice,
    team: toTeam(letter, routing) ?? routing.teamOf(referral.practice).id,
    acceptedAt: new Date(referral.acceptedAt),
    handedOverAt: toDate(handedOver?.handedOverAt),
    acknowledgedAt: toDate(referral.acknowledgedAt),
    outcome,
    askedByHelper: referral.askedBy === 'helper',
    fallbackNotified:
      handedOver !== undefined && findFallbackNotifiedAt(handedOver, letters) !== undefined,
  };
}

// Where it goes is decided at each try: of a letter that is not sent yet, only what the routing in force
// made of it counts, which may be another team that an operator chose.
function toTeam(letter: Letter | undefined, routing: Routing): string | undefined {
  const counts = letter?.state === 'handed-over' || letter?.routeVersionAtSend === routing.version;
  return counts ? (letter?.sentToTeam ?? undefined) : undefined;
}

function findState(
  { acknowledgedAt, acceptedAt }: StoredReferral,
  letter: Letter | undefined,
  { now, terms }: { now: number; terms: ConfirmationTerms },
): ProgressState {
  if (acknowledgedAt !== null) return 'received';
  // Withdrawn, or only a person can help: nobody is getting it.
  if (letter === undefined || letter.state === 'needs-human') return 'problem';
  if (letter.state !== 'handed-over') {
    return isDelayed({ since: acceptedAt, now }) ? 'delayed' : 'saved';
  }
  if (letter.shreddedAt !== null) return 'never-confirmed';
  const { handedOverAt, takenBackAt } = letter;
  if (handedOverAt === null) return 'handed-over';
  // By the calendar, and not by what the worker did: it may not be running.
  const stage = findConfirmationStage(askedSince({ handedOverAt, takenBackAt }), { now, terms });
  return stage === 'overdue' ? 'unconfirmed' : 'handed-over';
}

function toDate(moment: number | null | undefined): Date | undefined {
  return moment === null || moment === undefined ? undefined : new Date(moment);
}
