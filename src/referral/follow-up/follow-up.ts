import { toLondon } from '../../i18n/london.ts';
import { renderDigest } from '../letters/digest.ts';
import type { QueueLetter } from '../letters/queue-letter.ts';
import { renderReminder } from '../letters/staff-notices.ts';
import type { Routing } from '../routing/routing.ts';
import type { HandedOverReferral, ReferralStore, StoredReferral } from '../store/store-port.ts';
import { findConfirmationStage } from './confirmation.ts';
import { addDays, startOfDay, weekOf } from './london-calendar.ts';

export interface FollowUpOptions {
  store: Pick<
    ReferralStore,
    | 'listHandedOverTexts'
    | 'changeReferral'
    | 'listHandedOver'
    | 'setMarkerIfAbsent'
    | 'claimMarker'
  >;
  queueLetter: QueueLetter;
  notices: {
    notAcknowledged(referral: StoredReferral, letter: HandedOverReferral['letter']): Promise<void>;
  };
  routing: () => Routing;
  now: () => number;
}

/**
 * Asks after referrals that a team has and has not acknowledged: a reminder to the team when its
 * working days are over, and as many later a notice to its fallback. Each once, over restarts too.
 */
export function createReminders({ store, queueLetter, notices, routing, now }: FollowUpOptions) {
  return async () => {
    const { acknowledgeWithinWorkingDays: workingDays } = routing();
    for (const { referral, letter } of await store.listHandedOverTexts()) {
      if (referral.acknowledgedAt !== null || referral.escalatedAt !== null) continue;
      const stage = findConfirmationStage(letter.handedOverAt, { now: now(), workingDays });
      if (stage !== 'on-time' && referral.remindedAt === null) {
        await queueLetter({
          // Redirected, it is handed over again, and asked after again.
          id: `reminder-${letter.id}-${letter.handedOverAt}`,
          kind: 'reminder',
          referralSequence: referral.sequence,
          destination: { to: 'team', team: letter.sentToTeam ?? referral.teamAtAccept },
          ...renderReminder({
            reference: referral.reference,
            handedOverAt: new Date(letter.handedOverAt),
          }),
        });
        await store.changeReferral(referral.sequence, { remindedAt: now() });
      }
      if (stage === 'overdue') {
        await notices.notAcknowledged(referral, letter);
        await store.changeReferral(referral.sequence, { escalatedAt: now() });
      }
    }
  };
}

const DIGEST_HOUR = 7;

/**
 * A list of references to each team, on Monday morning in London or as soon after as a server runs: a
 * letter that vanished behind the mail server is missed then. No list for the week before the first run.
 */
export function createDigests({ store, queueLetter, routing, now }: FollowUpOptions) {
  return async () => {
    const london = toLondon(now());
    const week = weekOf(london.date);
    if (london.date === week && london.hour < DIGEST_HOUR) return;
    if ((await store.setMarkerIfAbsent('digests', week, now())) === week) return;
    const from = startOfDay(addDays(week, -7));
    const until = startOfDay(week);
    const referrals = await store.listHandedOver({ from, until });
    for (const { id: team } of routing().teams) {
      await queueLetter({
        id: `digest-${team}-${week}`,
        kind: 'digest',
        referralSequence: null,
        destination: { to: 'team', team },
        ...renderDigest({
          from: new Date(from),
          until: new Date(until - 1),
          referrals: referrals
            .filter((referral) => referral.team === team)
            .map(({ reference, handedOverAt, acknowledgedAt }) => ({
              reference,
              handedOverAt: new Date(handedOverAt),
              acknowledgedAt: acknowledgedAt === null ? undefined : new Date(acknowledgedAt),
            })),
          movedAway: referrals
            .filter((referral) => referral.teamAtAccept === team && referral.team !== team)
            .map((referral) => ({
              reference: referral.reference,
              handedOverAt: new Date(referral.handedOverAt),
              team: routing().findTeam(referral.team)?.name.en ?? referral.team,
            })),
        }),
      });
    }
    await store.claimMarker('digests', week, now());
  };
}
