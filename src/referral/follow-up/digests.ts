import { toLondon } from '../../i18n/london.ts';
import { addDays, startOfDay, weekOf } from '../../i18n/london-calendar.ts';
import { renderDigest } from '../letters/digest.ts';
import type { QueueLetter } from '../letters/queue-letter.ts';
import type { Routing } from '../routing/routing.ts';
import type { ReferralStore } from '../store/store-port.ts';

export interface DigestOptions {
  store: Pick<ReferralStore, 'listHandedOver' | 'setMarkerIfAbsent' | 'claimMarker'>;
  queueLetter: QueueLetter;
  routing: () => Routing;
  now: () => number;
}

const DIGEST_HOUR = 7;

/**
 * A list of references to each team, on Monday morning in London or as soon after as a server runs: a
 * letter that vanished behind the mail server is missed then. No list for the week before the first run.
 */
export function createDigests({ store, queueLetter, routing, now }: DigestOptions) {
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
