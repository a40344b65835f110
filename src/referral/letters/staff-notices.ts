import { formatDayOf, formatMoment } from '../../i18n/dates.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { MANY_AN_HOUR } from '../follow-up/arrivals.ts';
import { WORKING_DAYS_FOR_FALLBACK } from '../follow-up/confirmation.ts';
import type { Team } from '../routing/routing.ts';
import { lines, paragraph, toLetter } from './layout.ts';
import type { LetterWords } from './letter-words.ts';
import { requireReference } from './reference.ts';

const t = createTranslator('en');

/** To a team that has not confirmed a referral. */
export function renderReminder(facts: {
  reference: string;
  handedOverAt: Date;
  /** The first day on which the fallback is asked; `undefined`: it is asked already. */
  fallbackAskedOn: Date | undefined;
}): LetterWords {
  const reference = requireReference(facts.reference);
  return {
    subject: t('staff:subject.reminder', { reference }),
    text: toLetter([
      lines([`${t('staff:reference')}: ${reference}`]),
      paragraph(t('staff:reminder.what', { day: formatDayOf(facts.handedOverAt, 'en') })),
      paragraph(t('staff:reminder.do', { subject: t('staff:subject.referral', { reference }) })),
      paragraph(t('staff:reminder.lost')),
      paragraph(
        facts.fallbackAskedOn
          ? t('staff:reminder.before', { day: formatDayOf(facts.fallbackAskedOn, 'en') })
          : t('staff:reminder.asked'),
      ),
    ]),
  };
}

/** Why a fallback is told; each has its words. */
export type FallbackReason =
  | 'recipient'
  | 'message'
  | 'stuck'
  | 'maybe-sent'
  | 'unreadable'
  | 'unacknowledged';

/** To the fallback of a team that a referral has not reached: the reference only. */
export function renderFallbackNotice(facts: {
  reference: string;
  reason: FallbackReason;
  /** The team that should have it. */
  team: Team;
  /** For 'unacknowledged'. */
  handedOverAt?: Date | undefined;
  /** For 'unacknowledged': the last day on which we keep the text, if not longer. */
  retainedUntil?: Date | undefined;
}): LetterWords {
  const reference = requireReference(facts.reference);
  const day = facts.handedOverAt ? formatDayOf(facts.handedOverAt, 'en') : '';
  const reasons = {
    recipient: t('staff:fallback.recipient'),
    message: t('staff:fallback.message'),
    stuck: t('staff:fallback.stuck'),
    'maybe-sent': t('staff:fallback.maybe-sent'),
    unreadable: t('staff:fallback.unreadable'),
    unacknowledged: t('staff:fallback.unacknowledged', { day }),
  };
  return {
    subject: t('staff:subject.fallback', { reference }),
    text: toLetter([
      lines([
        `${t('staff:reference')}: ${reference}`,
        `${t('staff:team')}: ${facts.team.name.en} (${facts.team.id})`,
      ]),
      paragraph(t('staff:fallback.what')),
      paragraph(reasons[facts.reason]),
      paragraph(t('staff:fallback.do')),
      ...(facts.retainedUntil
        ? [paragraph(t('staff:fallback.until', { day: formatDayOf(facts.retainedUntil, 'en') }))]
        : []),
    ]),
  };
}

/** What an operator is told of; the first four are about letters, the others about all of them. */
export type AlertReason =
  | 'needs-human'
  | 'waiting'
  | 'not-confirmed'
  | 'damaged'
  | 'counts-differ'
  | 'worker-failed'
  | 'disk-full'
  | 'restored-undecided'
  | 'routing-refused'
  | 'return-mailbox'
  | 'many-requests'
  | 'login'
  | 'tls'
  | 'sender-refused'
  | 'account-refused'
  | 'unreachable';

/** To the operator: what is wrong, and which references it concerns. */
export function renderAlert(facts: {
  at: Date;
  causes: readonly { reason: AlertReason; references: readonly string[] }[];
}): LetterWords {
  const reasons = {
    'needs-human': t('staff:alert.needs-human'),
    waiting: t('staff:alert.waiting'),
    'not-confirmed': t('staff:alert.not-confirmed', { count: WORKING_DAYS_FOR_FALLBACK }),
    damaged: t('staff:alert.damaged'),
    'counts-differ': t('staff:alert.counts-differ'),
    'worker-failed': t('staff:alert.worker-failed'),
    'disk-full': t('staff:alert.disk-full'),
    'restored-undecided': t('staff:alert.restored-undecided'),
    'routing-refused': t('staff:alert.routing-refused'),
    'return-mailbox': t('staff:alert.return-mailbox'),
    'many-requests': t('staff:alert.many-requests', { count: MANY_AN_HOUR }),
    login: t('staff:alert.login'),
    tls: t('staff:alert.tls'),
    'sender-refused': t('staff:alert.sender-refused'),
    'account-refused': t('staff:alert.account-refused'),
    unreachable: t('staff:alert.unreachable'),
  };
  return {
    subject: t('staff:subject.alert'),
    text: toLetter([
      paragraph(t('staff:alert.what', { moment: formatMoment(facts.at, 'en') })),
      ...facts.causes.map(({ reason, references }) => {
        const listed = listReferences(reason, references);
        return [paragraph(reasons[reason]), ...(listed.length > 0 ? [lines(listed)] : [])].join(
          '\n',
        );
      }),
      paragraph(t('staff:alert.do')),
    ]),
  };
}

const aboutLetters: readonly AlertReason[] = ['needs-human', 'waiting', 'not-confirmed', 'damaged'];

// A digest, or another alert, belongs to no referral.
function listReferences(reason: AlertReason, references: readonly string[]): string[] {
  if (aboutLetters.includes(reason) && references.length === 0)
    return [`- ${t('staff:alert.noReference')}`];
  return references.map((reference) => `- ${requireReference(reference)}`);
}
