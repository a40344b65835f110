import type { Translator } from '../../i18n/translator.ts';
import type { UsualAnswer } from '../../referral/follow-up/answer-times.ts';
import type { PhoneContact } from '../../referral/follow-up/phone-contact.ts';
import type { Progress, ProgressState } from '../../referral/referrals.ts';
import { isBeingSent } from './being-sent.ts';
import { outcomeNews, usualAnswerWords } from './outcome-words.ts';

/** Title of a status page. */
export function progressTitle(
  progress: Progress | 'unknown' | 'unavailable',
  now: Date,
  t: Translator,
): string {
  if (progress === 'unknown') return t('progress:unknown.title');
  if (progress === 'unavailable') return t('progress:unavailable.title');
  if (isBeingSent(progress, now)) return t('progress:sending.title');
  return stateTitle(progress.state, t);
}

function stateTitle(state: ProgressState, t: Translator): string {
  switch (state) {
    case 'saved':
      return t('progress:saved.title');
    case 'delayed':
      return t('progress:delayed.title');
    case 'handed-over':
      return t('progress:handedOver.title');
    case 'unconfirmed':
      return t('progress:unconfirmed.title');
    case 'never-confirmed':
      return t('progress:neverConfirmed.title');
    case 'received':
      return t('progress:received.title');
    case 'spoken':
      return t('progress:spoken.title');
    case 'not-reached':
      return t('progress:notReached.title');
    case 'passed-on':
      return t('progress:passedOn.title');
    case 'problem':
      return t('progress:problem.title');
  }
}

/** When to ring, and what to say then. */
export function phoneWords(
  phoneContact: PhoneContact | undefined,
  t: Translator,
): Record<'problem' | 'nobody' | 'lostAddress' | 'notReached' | 'notRight', string> {
  // Another body never had our letters: it cannot find anything by our reference.
  if (phoneContact && phoneContact.who !== 'other-body') {
    return {
      problem: t('progress:problem.ring'),
      nobody: t('progress:nobody.ring'),
      lostAddress: t('progress:unknown.ring'),
      notReached: t('progress:notReached.ring'),
      notRight: t('progress:notRight.ring'),
    };
  }
  return {
    problem: t('progress:problem.ringOther'),
    nobody: t('progress:nobody.ringOther'),
    lostAddress: t('progress:unknown.ringOther'),
    notReached: t('progress:notReached.ringOther'),
    notRight: t('progress:notRight.ringOther'),
  };
}

/** States in which nobody may be looking after a referral: the resident is asked to ring. */
export function asksToPhone(state: ProgressState): boolean {
  return state === 'problem' || state === 'unconfirmed' || state === 'never-confirmed';
}

/** States in which a number to ring stands with the news, and nothing else comes next. */
export function hasPhoneWithNews(state: ProgressState): boolean {
  return (
    asksToPhone(state) || state === 'spoken' || state === 'not-reached' || state === 'passed-on'
  );
}

/** What the words of a status page are about, besides the request itself. */
export interface ProgressContext {
  /** As residents read it. */
  team: string;
  /** When the state began. */
  moment: string;
  /** The day on which the team said what became of it. */
  day: string;
  usualAnswer: UsualAnswer | undefined;
  /** How long teams have to confirm. */
  workingDays: number;
  phoneContact: PhoneContact | undefined;
  now: Date;
}

/** What a resident is told: how things stand, and what comes next. */
export function progressWords(
  progress: Progress,
  context: ProgressContext,
  t: Translator,
): { news: string[]; next: string[] } {
  const { team, moment, day, phoneContact, now } = context;
  const { state, fallbackNotified, outcome } = progress;
  const noNeed = t('progress:saved.noNeed');
  const next = nextSteps(state, context, t);
  const ring = phoneWords(phoneContact, t);
  const said = outcome ? [outcomeNews(outcome.kind, day, t)] : [];
  switch (state) {
    case 'saved': {
      const news = isBeingSent(progress, now)
        ? t('progress:sending.news')
        : t('progress:saved.news');
      return { news: [news, noNeed], next };
    }
    case 'delayed':
      return { news: [t('progress:delayed.news'), noNeed], next };
    case 'handed-over':
      return {
        news: [t('progress:handedOver.news', { team, moment }), t('progress:handedOver.unread')],
        next,
      };
    case 'unconfirmed': {
      const told = fallbackNotified ? [t('progress:unconfirmed.told')] : [];
      return {
        news: [t('progress:unconfirmed.news', { team, moment }), ...told, ring.problem],
        next,
      };
    }
    case 'never-confirmed':
      return {
        news: [
          t('progress:neverConfirmed.news', { team, moment }),
          t('progress:neverConfirmed.gone'),
          ring.problem,
        ],
        next,
      };
    case 'received':
      return { news: [t('progress:received.news', { team, moment })], next };
    case 'spoken':
      return { news: [...said, ring.notRight], next };
    case 'not-reached':
      return { news: [...said, ring.notReached], next };
    case 'passed-on':
      return { news: [...said, t('progress:passedOn.rest'), ring.nobody], next };
    case 'problem':
      return { news: [t('progress:problem.news'), ring.problem], next };
  }
}

/** In order; none where the resident is asked to ring, or the team has said what became of it. */
function nextSteps(
  state: ProgressState,
  { team, workingDays, usualAnswer }: ProgressContext,
  t: Translator,
): string[] {
  const usual = usualAnswer ? [usualAnswerWords(usualAnswer, t)] : [];
  const isOfTalk = usualAnswer?.measure === 'spoken';
  const contacts = [t('progress:next.contacts'), ...(isOfTalk ? usual : [])];
  const withTeam = [
    t('progress:next.reads'),
    t('progress:next.confirms', { count: workingDays }),
    ...(isOfTalk ? [] : usual),
    ...contacts,
  ];
  if (state === 'saved' || state === 'delayed') {
    return [t('progress:next.sends', { team }), ...withTeam];
  }
  if (state === 'handed-over') return withTeam;
  return state === 'received' ? contacts : [];
}
