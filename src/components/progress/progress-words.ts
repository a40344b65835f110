import type { Translator } from '../../i18n/translator.ts';
import type { PhoneContact } from '../../referral/follow-up/phone-contact.ts';
import type { Progress, ProgressState } from '../../referral/referrals.ts';
import { isBeingSent } from './being-sent.ts';

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
    case 'problem':
      return t('progress:problem.title');
  }
}

/** When to ring, and what to say then. */
export function phoneWords(
  phoneContact: PhoneContact | undefined,
  t: Translator,
): Record<'problem' | 'nobody' | 'lostAddress', string> {
  // Another body never had our letters: it cannot find anything by our reference.
  if (phoneContact && phoneContact.who !== 'other-body') {
    return {
      problem: t('progress:problem.ring'),
      nobody: t('progress:nobody.ring'),
      lostAddress: t('progress:unknown.ring'),
    };
  }
  return {
    problem: t('progress:problem.ringOther'),
    nobody: t('progress:nobody.ringOther'),
    lostAddress: t('progress:unknown.ringOther'),
  };
}

/** States in which nobody may be looking after a referral: the resident is asked to ring. */
export function asksToPhone(state: ProgressState): boolean {
  return state === 'problem' || state === 'unconfirmed' || state === 'never-confirmed';
}

/** What the words of a status page are about, besides the request itself. */
export interface ProgressContext {
  /** As residents read it. */
  team: string;
  /** When the state began. */
  moment: string;
  /** How long teams have to confirm. */
  workingDays: number;
  phoneContact: PhoneContact | undefined;
  now: Date;
}

/** What a resident is told: how things stand, and what comes next. */
export function progressWords(
  progress: Progress,
  { team, moment, workingDays, phoneContact, now }: ProgressContext,
  t: Translator,
): { news: string[]; next: string[] } {
  const { state, fallbackNotified } = progress;
  const noNeed = t('progress:saved.noNeed');
  const sends = t('progress:next.sends', { team });
  const contacts = t('progress:next.contacts');
  const withTeam = [
    t('progress:next.reads'),
    t('progress:next.confirms', { count: workingDays }),
    contacts,
  ];
  switch (state) {
    case 'saved': {
      const news = isBeingSent(progress, now)
        ? t('progress:sending.news')
        : t('progress:saved.news');
      return { news: [news, noNeed], next: [sends, ...withTeam] };
    }
    case 'delayed':
      return { news: [t('progress:delayed.news'), noNeed], next: [sends, ...withTeam] };
    case 'handed-over':
      return {
        news: [t('progress:handedOver.news', { team, moment }), t('progress:handedOver.unread')],
        next: withTeam,
      };
    case 'unconfirmed':
      return {
        news: [
          t('progress:unconfirmed.news', { team, moment }),
          ...(fallbackNotified ? [t('progress:unconfirmed.told')] : []),
          phoneWords(phoneContact, t).problem,
        ],
        next: [],
      };
    case 'never-confirmed':
      return {
        news: [
          t('progress:neverConfirmed.news', { team, moment }),
          t('progress:neverConfirmed.gone'),
          phoneWords(phoneContact, t).problem,
        ],
        next: [],
      };
    case 'received':
      return { news: [t('progress:received.news', { team, moment })], next: [contacts] };
    case 'problem':
      return { news: [t('progress:problem.news'), phoneWords(phoneContact, t).problem], next: [] };
  }
}
