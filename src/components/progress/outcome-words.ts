import type { Translator } from '../../i18n/translator.ts';
import type { UsualAnswer } from '../../referral/follow-up/answer-times.ts';
import type { OutcomeKind } from '../../referral/follow-up/outcome.ts';

/** What a team says of a person, in its own words: 'We have spoken with them'. */
export function outcomeLabel(kind: OutcomeKind, t: Translator): string {
  switch (kind) {
    case 'spoken':
      return t('staff:outcome.spoken');
    case 'not-reached':
      return t('staff:outcome.notReached');
    case 'passed-to-team':
      return t('staff:outcome.passedToTeam');
    case 'passed-to-practice':
      return t('staff:outcome.passedToPractice');
    case 'passed-to-service':
      return t('staff:outcome.passedToService');
  }
}

/** The same as the person, or who asked for them, is told. `day`: when the team said it. */
export function outcomeNews(kind: OutcomeKind, day: string, t: Translator): string {
  switch (kind) {
    case 'spoken':
      return t('progress:spoken.news', { day });
    case 'not-reached':
      return t('progress:notReached.news', { day });
    case 'passed-to-team':
      return t('progress:passedOn.toTeam', { day });
    case 'passed-to-practice':
      return t('progress:passedOn.toPractice', { day });
    case 'passed-to-service':
      return t('progress:passedOn.toService', { day });
  }
}

/** How soon a team usually answers, as far as it is known. */
export function usualAnswerWords(usual: UsualAnswer, t: Translator): string {
  const { measure, workingDays: count } = usual;
  return measure === 'spoken'
    ? t('progress:usual.spoken', { count })
    : t('progress:usual.confirmed', { count });
}
