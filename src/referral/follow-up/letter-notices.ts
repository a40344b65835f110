import { toLondon } from '../../i18n/london.ts';
import type { Log } from '../../platform/log.ts';
import { lateNoticeId } from '../letters/is-superseded.ts';
import type { Destination } from '../letters/letter.ts';
import type { QueueLetter } from '../letters/queue-letter.ts';
import { renderAlert, renderFallbackNotice } from '../letters/staff-notices.ts';
import type { Routing, Team } from '../routing/routing.ts';
import type { ReferralStore, StoredLetter, StoredReferral } from '../store/store-port.ts';
import { fallbackDeadline, unconfirmedNoticeId } from './confirmation.ts';

type Letter = Omit<StoredLetter, 'payload' | 'wrappedKey'>;

export interface LetterNoticeOptions {
  store: Pick<ReferralStore, 'findReferral' | 'findMarker' | 'claimMarker'>;
  queueLetter: QueueLetter;
  routing: () => Routing;
  log: Pick<Log, 'error'>;
  now: () => number;
}

/**
 * Queues notices of single letters that cannot be handed over, or that nobody confirms. Everything here
 * may be asked for again at any time, and is queued once: the ids of the letters are made of what they
 * are about.
 */
export function createLetterNotices(options: LetterNoticeOptions) {
  const { store, queueLetter, now } = options;
  return {
    /** No further try will help: the operator hears of it, and the fallback if it is a referral. */
    async needsHuman(letter: Letter): Promise<void> {
      // Tried again by an operator, it may come to this again.
      const about = `${letter.id}-${letter.createdAt}-${letter.attempts}`;
      if (await store.findMarker(`told:${about}`)) return;
      const referral = await referralOf(letter);
      options.log.error('letter.needs-human', {
        letter: letter.id,
        kind: letter.kind,
        reference: referral?.reference,
        outcome: letter.lastOutcome ?? undefined,
      });
      // An alert about an alert would go the same way.
      if (letter.kind !== 'alert') {
        await queueLetter({
          // Hundreds may come in while editors have no mailbox that takes letters: one alert a day for all.
          id: letter.kind === 'report' ? `alert-reports-${toLondon(now()).date}` : `alert-${about}`,
          kind: 'alert',
          destination: { to: 'operator' },
          referralSequence: letter.referralSequence,
          ...renderAlert({
            at: new Date(now()),
            causes: [
              {
                reason: letter.lastOutcome === 'unreadable' ? 'damaged' : 'needs-human',
                references: referral ? [referral.reference] : [],
              },
            ],
          }),
        });
      }
      if (letter.kind === 'referral' && referral) {
        await noticeFallback(`fallback-${about}`, referral, letter, reasonOf(letter));
      }
      await store.claimMarker(`told:${about}`, 'yes', now());
    },

    /** It has waited for hours: the borough gets the reference, so that somebody can telephone. */
    async delayed(letter: Letter): Promise<void> {
      const referral = await referralOf(letter);
      if (!referral) return;
      const id = lateNoticeId(letter);
      await notice(
        id,
        referral,
        { to: 'borough' },
        { team: teamOf(referral, letter), reason: 'stuck' },
      );
    },

    /** The team has had it for long without a word. */
    async notAcknowledged(referral: StoredReferral, letter: Letter): Promise<void> {
      await noticeFallback(unconfirmedNoticeId(letter), referral, letter, 'unacknowledged');
    },
  };

  async function referralOf({ referralSequence: sequence }: Letter) {
    return sequence === null ? undefined : store.findReferral({ sequence });
  }

  /** Who got it or should have, by the file in force. */
  function teamOf(referral: StoredReferral, letter: Letter): Team {
    const routing = options.routing();
    return routing.findTeam(letter.sentToTeam ?? '') ?? routing.teamOf(referral.practice);
  }

  async function noticeFallback(
    id: string,
    referral: StoredReferral,
    letter: Letter,
    reason: FallbackReason,
  ): Promise<void> {
    const team = teamOf(referral, letter);
    const fallback = options.routing().fallbackOf(team);
    // A mailbox that fails cannot be told so.
    const destination: Destination =
      fallback.id === team.id ? { to: 'operator' } : { to: 'team', team: fallback.id };
    const handedOverAt = letter.handedOverAt === null ? undefined : new Date(letter.handedOverAt);
    // The notice may arrive later than it is made, and the text is then kept for longer.
    const retainedUntil =
      reason === 'unacknowledged' ? new Date(fallbackDeadline(now()) - 1) : undefined;
    await notice(id, referral, destination, { team, reason, handedOverAt, retainedUntil });
  }

  async function notice(
    id: string,
    { reference, sequence }: StoredReferral,
    destination: Destination,
    about: Omit<Parameters<typeof renderFallbackNotice>[0], 'reference'>,
  ): Promise<void> {
    await queueLetter({
      id,
      kind: 'fallback-notice',
      referralSequence: sequence,
      destination,
      ...renderFallbackNotice({ reference, ...about }),
    });
  }
}

type FallbackReason = Parameters<typeof renderFallbackNotice>[0]['reason'];

function reasonOf({ lastOutcome }: Letter): FallbackReason {
  if (lastOutcome === 'unreadable') return 'unreadable';
  if (lastOutcome === 'refused:message') return 'message';
  if (lastOutcome === 'refused:recipient' || lastOutcome === 'bounced') return 'recipient';
  return lastOutcome?.startsWith('maybe-sent') ? 'maybe-sent' : 'stuck';
}
