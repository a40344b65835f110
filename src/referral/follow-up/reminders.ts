import type { QueueLetter } from '../letters/queue-letter.ts';
import { renderReminder } from '../letters/staff-notices.ts';
import type { Routing } from '../routing/routing.ts';
import type { HandedOverReferral, ReferralStore, StoredReferral } from '../store/store-port.ts';
import { askedSince, findConfirmationStage, overdueFrom } from './confirmation.ts';

export interface ReminderOptions {
  store: Pick<ReferralStore, 'listHandedOverTexts' | 'changeReferral'>;
  queueLetter: QueueLetter;
  notices: {
    notAcknowledged(referral: StoredReferral, letter: HandedOverReferral['letter']): Promise<void>;
  };
  routing: () => Routing;
  now: () => number;
}

/**
 * Asks after referrals that a team has and has not acknowledged: a reminder to the team when its
 * working days are over, and later a notice to its fallback. Each once, over restarts too.
 */
export function createReminders({ store, queueLetter, notices, routing, now }: ReminderOptions) {
  return async () => {
    const terms = routing().confirmationTerms;
    for (const { referral, letter } of await store.listHandedOverTexts()) {
      if (referral.acknowledgedAt !== null || referral.escalatedAt !== null) continue;
      const askedAt = askedSince(letter);
      const stage = findConfirmationStage(askedAt, { now: now(), terms });
      if (stage !== 'on-time' && referral.remindedAt === null) {
        await queueLetter({
          // Redirected, or taken back, it is asked after again.
          id: `reminder-${letter.id}-${askedAt}`,
          kind: 'reminder',
          referralSequence: referral.sequence,
          destination: { to: 'team', team: letter.sentToTeam ?? referral.teamAtAccept },
          ...renderReminder({
            reference: referral.reference,
            handedOverAt: new Date(letter.handedOverAt),
            fallbackAskedOn: stage === 'remind' ? new Date(overdueFrom(askedAt, terms)) : undefined,
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
