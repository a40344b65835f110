import { renderDigest, renderReminder } from './letters.ts';
import { addDays, toLondon, weekOf } from './london-calendar.ts';
import type { OweLetter } from './owe-letter.ts';
import type { Routing } from './routing.ts';
import type { ReferralStore, StoredLetter, StoredReferral } from './store-port.ts';
import { workingDaysBetween } from './working-days.ts';

export interface FollowUpOptions {
  store: Pick<
    ReferralStore,
    | 'listUnacknowledged'
    | 'findLetters'
    | 'changeReferral'
    | 'listHandedOver'
    | 'keepMarker'
    | 'claimMarker'
  >;
  owe: OweLetter;
  tell: { notAcknowledged(referral: StoredReferral, letter: StoredLetter): Promise<void> };
  routing: () => Routing;
  now: () => number;
}

/**
 * Asks after referrals that a team has and has not acknowledged: a reminder to the team when its
 * working days are over, and as many later a notice to its fallback. Each once, over restarts too.
 */
export function createReminders({ store, owe, tell, routing, now }: FollowUpOptions) {
  return async () => {
    const { acknowledgeWithinWorkingDays: days } = routing();
    const today = toLondon(now()).date;
    for (const referral of await store.listUnacknowledged({ handedOverBefore: now() })) {
      if (referral.escalatedAt) continue;
      const letter = await findHandedOver(referral);
      if (!letter) continue;
      const passed = workingDaysBetween(toLondon(letter.handedOverAt).date, today);
      if (passed >= days && !referral.remindedAt) {
        await owe({
          // Redirected, it is handed over again, and asked after again.
          id: `reminder-${letter.id}-${letter.handedOverAt}`,
          ...{ kind: 'reminder', referralSequence: referral.sequence },
          destination: { to: 'team', team: letter.sentToTeam ?? referral.teamAtAccept },
          ...renderReminder({
            reference: referral.reference,
            handedOverAt: new Date(letter.handedOverAt),
          }),
        });
        await store.changeReferral(referral.sequence, { remindedAt: now() });
      }
      if (passed >= 2 * days) {
        await tell.notAcknowledged(referral, letter);
        await store.changeReferral(referral.sequence, { escalatedAt: now() });
      }
    }
  };

  async function findHandedOver({ sequence }: StoredReferral) {
    for (const letter of await store.findLetters(sequence)) {
      const { handedOverAt } = letter;
      if (letter.kind === 'referral' && handedOverAt !== null) return { ...letter, handedOverAt };
    }
    return undefined;
  }
}

const DIGEST_HOUR = 7;

/**
 * A list of references to each team, on Monday morning in London or as soon after as a server runs: a
 * letter that vanished behind the mail server is missed then. No list for the week before the first run.
 */
export function createDigests({ store, owe, routing, now }: FollowUpOptions) {
  return async () => {
    const london = toLondon(now());
    const week = weekOf(london.date);
    if (london.date === week && london.hour < DIGEST_HOUR) return;
    if ((await store.keepMarker('digests', week, now())) === week) return;
    const [from, until] = [startOf(addDays(week, -7)), startOf(week)];
    const referrals = await store.listHandedOver({ from, until });
    for (const { id: team } of routing().teams) {
      await owe({
        ...{ id: `digest-${team}-${week}`, kind: 'digest', referralSequence: null },
        destination: { to: 'team', team },
        ...renderDigest({
          ...{ from: new Date(from), until: new Date(until - 1) },
          referrals: referrals
            .filter((referral) => referral.team === team)
            .map(({ reference, handedOverAt, acknowledgedAt }) => ({
              ...{ reference, handedOverAt: new Date(handedOverAt) },
              acknowledgedAt: acknowledgedAt === null ? undefined : new Date(acknowledgedAt),
            })),
          movedAway: referrals
            .filter((referral) => referral.teamAtAccept === team && referral.team !== team)
            .map((referral) => ({
              ...{ reference: referral.reference, handedOverAt: new Date(referral.handedOverAt) },
              team: routing().findTeam(referral.team)?.name.en ?? referral.team,
            })),
        }),
      });
    }
    await store.claimMarker('digests', week, now());
  };
}

/** Midnight in London: an hour before UTC's in summer. */
function startOf(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return toLondon(midnight).hour === 0 ? midnight : midnight - 3_600_000;
}
