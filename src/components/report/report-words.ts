import { formatDay } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { joinWords } from '../../i18n/word-lists.ts';
import type { ReportFact } from '../../reports/report-model.ts';
import type { ReportedFacts } from '../../reports/reported-facts.ts';

/** What is said of a listing that was reported, a sentence each: that it may have closed, then what may be wrong. */
export function reportWords(reported: readonly ReportedFacts[], locale: Locale): string[] {
  const t = createTranslator(locale);
  return reported.flatMap(({ day: date, facts }) => {
    const day = formatDay(date, locale);
    const wrong = facts.filter((fact) => fact !== 'closed');
    const words = wrong.map((fact: Exclude<ReportFact, 'closed'>) =>
      t(`reports:notice.fact.${fact}`),
    );
    const isUnnamed = wrong.every((fact) => fact === 'other');
    return [
      ...(facts.includes('closed') ? [t('reports:notice.closed', { day })] : []),
      ...(wrong.length === 0
        ? []
        : isUnnamed
          ? [t('reports:notice.other', { day })]
          : [t('reports:notice.wrong', { day, facts: joinWords(words, 'all', locale) })]),
    ];
  });
}

/** For the mark on a listing's built page (report-mark.ts): the same, as a panel. */
export function reportPanel(reported: readonly ReportedFacts[], locale: Locale): string {
  const t = createTranslator(locale);
  const sentences = reportWords(reported, locale).map(
    (words) => `<p><strong>${escapeHtml(words)}</strong></p>`,
  );
  const unchecked = `<p>${escapeHtml(t('reports:notice.unchecked'))}</p>`;
  return `<div class="panel panel-warning" data-reported>${sentences.join('')}${unchecked}</div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
