import { formatDayOf } from '../../i18n/dates.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { lines, paragraph, toLetter } from './layout.ts';
import type { LetterWords } from './letter-words.ts';
import { requireReference } from './reference.ts';

const t = createTranslator('en');

/** To a mailbox, once a week, also about none: so that a letter that vanished on its way is noticed. */
export function renderDigest(facts: {
  from: Date;
  until: Date;
  /** Handed over to this mailbox from `from` until `until`. */
  referrals: readonly {
    reference: string;
    handedOverAt: Date;
    acknowledgedAt: Date | undefined;
  }[];
  /** Accepted for this mailbox, handed over to another team's. `team`: its name. */
  movedAway?: readonly { reference: string; handedOverAt: Date; team: string }[];
}): LetterWords {
  const { referrals, movedAway = [] } = facts;
  const from = formatDayOf(facts.from, 'en');
  const until = formatDayOf(facts.until, 'en');
  const rows = referrals
    .toSorted((a, b) => a.handedOverAt.getTime() - b.handedOverAt.getTime())
    .map(({ reference, handedOverAt, acknowledgedAt }) => {
      const sent = {
        reference: requireReference(reference),
        sent: formatDayOf(handedOverAt, 'en'),
      };
      return acknowledgedAt
        ? t('staff:digest.received', { ...sent, received: formatDayOf(acknowledgedAt, 'en') })
        : t('staff:digest.waiting', sent);
    });
  const moved = movedAway.map(({ reference, handedOverAt, team }) =>
    t('staff:digest.moved', {
      reference: requireReference(reference),
      sent: formatDayOf(handedOverAt, 'en'),
      team,
    }),
  );
  return {
    subject: t('staff:subject.digest', { count: referrals.length, day: until }),
    text: toLetter([
      ...(rows.length > 0
        ? [paragraph(t('staff:digest.what', { from, until })), lines(rows)]
        : [paragraph(t('staff:digest.none', { from, until }))]),
      ...(moved.length > 0 ? [paragraph(t('staff:digest.movedAway')), lines(moved)] : []),
    ]),
  };
}
