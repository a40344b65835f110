import type { Progress, ProgressState, Referrals } from './referrals.ts';
import type { Routing } from './routing.ts';
import type { ReferralStore, StoredLetter, StoredReferral } from './store-port.ts';

export interface ProgressParts {
  /** Rejects with a StoreFault. */
  openStore: () => Promise<Pick<ReferralStore, 'findReferral' | 'findLetters' | 'changeReferral'>>;
  routing: () => Routing;
  now: () => number;
  hash(token: string): string;
}

// Longer than mail servers usually make letters wait; from then on people are told that it takes longer.
const DELAYED_AFTER_MS = 4 * 3_600_000;

/** How far referrals are, as residents and teams are told. */
export function createProgress({
  openStore,
  routing,
  now,
  hash,
}: ProgressParts): Omit<Referrals, 'accept' | 'health'> {
  async function toProgress(referral: StoredReferral | undefined): Promise<Progress | undefined> {
    if (!referral) return undefined;
    const store = await openStore();
    return describeProgress(referral, await store.findLetters(referral.sequence), routing(), now());
  }

  const find = async (by: Parameters<ReferralStore['findReferral']>[0]) =>
    (await openStore()).findReferral(by);
  const findByLink = (token: string) => find({ acknowledgementHash: hash(token) });

  return {
    findAccepted: (formToken) => find({ formToken }),
    findProgress: async (statusToken) => toProgress(await find({ statusToken })),
    findToAcknowledge: async (token) => toProgress(await findByLink(token)),
    async acknowledge(token) {
      const referral = await findByLink(token);
      if (!referral || referral.acknowledgedAt !== null) return toProgress(referral);
      const acknowledgedAt = now();
      await (await openStore()).changeReferral(referral.sequence, { acknowledgedAt });
      return toProgress({ ...referral, acknowledgedAt });
    },
  };
}

function describeProgress(
  referral: StoredReferral,
  letters: readonly Pick<
    StoredLetter,
    'kind' | 'state' | 'createdAt' | 'sentToTeam' | 'routeVersionAtSend' | 'handedOverAt'
  >[],
  routing: Routing,
  now: number,
): Progress {
  // After a redirect there are two; what became of the newer one counts.
  const letter = letters
    .filter(({ kind, state }) => kind === 'referral' && state !== 'withdrawn')
    .toSorted((a, b) => b.createdAt - a.createdAt)[0];
  const handedOver = letter?.state === 'handed-over' ? letter : undefined;
  return {
    reference: referral.reference,
    state: findState(referral, letter?.state, now),
    practice: referral.practice,
    team: toTeam(letter, routing) ?? routing.teamOf(referral.practice).id,
    acceptedAt: new Date(referral.acceptedAt),
    handedOverAt: toDate(handedOver?.handedOverAt),
    acknowledgedAt: toDate(referral.acknowledgedAt),
  };
}

// Where it goes is decided at each try: of a letter that is not sent yet, only what the routing in force
// made of it counts, which may be another team that an operator chose.
function toTeam(
  letter: Pick<StoredLetter, 'state' | 'sentToTeam' | 'routeVersionAtSend'> | undefined,
  routing: Routing,
): string | undefined {
  const counts = letter?.state === 'handed-over' || letter?.routeVersionAtSend === routing.version;
  return counts ? (letter?.sentToTeam ?? undefined) : undefined;
}

function findState(
  { acknowledgedAt, acceptedAt }: StoredReferral,
  letterState: StoredLetter['state'] | undefined,
  now: number,
): ProgressState {
  if (acknowledgedAt !== null) return 'received';
  if (letterState === 'handed-over') return 'handed-over';
  // Withdrawn, or only a person can help: nobody is getting it.
  if (letterState === undefined || letterState === 'needs-human') return 'problem';
  return now - acceptedAt > DELAYED_AFTER_MS ? 'delayed' : 'saved';
}

function toDate(moment: number | null | undefined): Date | undefined {
  return moment === null || moment === undefined ? undefined : new Date(moment);
}
