import type { OutgoingMail } from '../../../src/platform/mail/mail.ts';
import type { OutcomeKind } from '../../../src/referral/follow-up/outcome.ts';
import { endings } from './a-delivery.ts';
import type { Ending } from './confirmation-history.ts';

/** When people got the letter, confirmed it and heard that nobody did; all anew once it is sent again. */
export interface Notified {
  handedOverAt?: number | undefined;
  confirmedAt?: number | undefined;
  fallbackNotifiedAt?: number | undefined;
  /** When the team took back that it has it. */
  takenBackAt?: number | undefined;
  /** What the team said last. */
  outcome?: OutcomeKind | undefined;
}

/**
 * The mailboxes of a team and its fallback, each taking letters or not, and a plain record of what
 * arrived in them: the links to confirm, oldest first, and when.
 */
export function createHistoryMail(now: () => number) {
  const endingOf: Record<'team' | 'fallback', Ending> = { team: 'taken', fallback: 'taken' };
  const links: string[] = [];
  let notified: Notified = {};

  return {
    endingOf,
    links,
    notified: (): Readonly<Notified> => notified,
    forget() {
      notified = {};
    },
    noteHandedOver() {
      notified.handedOverAt ??= now();
    },
    noteConfirmed() {
      notified.confirmedAt ??= now();
    },

    noteTakenBack() {
      notified = { handedOverAt: notified.handedOverAt, takenBackAt: now() };
    },

    noteOutcome(kind: OutcomeKind) {
      notified.confirmedAt ??= now();
      notified.outcome = kind;
    },

    async send(letter: OutgoingMail) {
      const link = /refer\/received\/([\w-]+)\//.exec(letter.text)?.[1];
      const ending = endingOf[link ? 'team' : 'fallback'];
      if (link && ending !== 'later' && ending !== 'gone') links.push(link);
      if (ending === 'taken' && link) notified.handedOverAt = now();
      if (ending === 'taken' && !link && saysUnconfirmed(letter)) {
        notified.fallbackNotifiedAt = now();
      }
      return endings[ending];
    },
  };
}

function saysUnconfirmed({ subject, text }: OutgoingMail): boolean {
  return (
    /needs a person/.test(subject) && /confirms that they have it/.test(text.replace(/\s+/g, ' '))
  );
}
