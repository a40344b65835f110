import { formatMoment } from '../i18n/dates.ts';
import { createTranslator } from '../i18n/translator.ts';
import { lines, paragraph, quoted, toLetter } from '../referral/letters/layout.ts';
import type { Report } from './report-model.ts';

const t = createTranslator('en');

/** To the editors, in English. Nothing that was typed is in the subject. */
export function renderReportLetter(facts: {
  report: Report;
  reference: string;
  receivedAt: Date;
  /** Of the listing's page; undefined: of another kind. */
  listing: { name: string; url: string } | undefined;
}): { subject: string; text: string } {
  const { report, reference, listing } = facts;
  const subjects = {
    listing: t('staff:report.subject.listing', { reference, name: listing?.name ?? '' }),
    suggestion: t('staff:report.subject.suggestion', { reference }),
    feedback: t('staff:report.subject.feedback', { reference }),
  };
  const typed = [
    written(t('staff:report.placeName'), report.placeName),
    written(t('staff:report.placeDoes'), report.placeDoes),
    written(t('staff:report.placeReach'), report.placeReach),
    written(t('staff:report.words'), report.words),
  ].flatMap((block) => block ?? []);
  return {
    subject: subjects[report.kind],
    text: toLetter([
      paragraph(t('staff:report.when', { moment: formatMoment(facts.receivedAt, 'en') })),
      ...(listing ? [lines([listing.name, listing.url])] : []),
      ...(report.facts.length > 0
        ? [
            `${paragraph(t('staff:report.ticked'))}\n${lines(
              report.facts.map((fact) => `- ${t(`staff:report.fact.${fact}`)}`),
            )}`,
          ]
        : []),
      ...typed,
      paragraph(t('staff:report.unread')),
      ...(report.kind === 'listing' ? [paragraph(t('staff:report.shown', { reference }))] : []),
      ...(report.kind === 'listing' ? [] : [paragraph(t('staff:report.done', { reference }))]),
    ]),
  };
}

function written(label: string, typed: string): string | undefined {
  const text = quoted(typed);
  return text === undefined ? undefined : `${label}\n${text}`;
}
