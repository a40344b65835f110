import type { Translator } from '../../i18n/translator.ts';
import type { PhoneContact } from '../../referral/follow-up/phone-contact.ts';
import type { Progress, ProgressState } from '../../referral/referrals.ts';

/** Title of a status page. */
export function progressTitle(
  progress: Progress | 'unknown' | 'unavailable',
  t: Translator,
): string {
  if (progress === 'unknown') return t('progress:unknown.title');
  if (progress === 'unavailable') return t('progress:unavailable.title');
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

/** What a resident is told. `team`: as residents read it; `moment`: when the state began. */
export function progressWords(
  { state, fallbackNotified }: Progress,
  {
    team,
    moment,
    phoneContact,
  }: { team: string; moment: string; phoneContact: PhoneContact | undefined },
  t: Translator,
): { news: string[]; next: string[] } {
  const noNeed = t('progress:saved.noNeed');
  const reads = t('progress:next.reads');
  const contacts = t('progress:next.contacts');
  const toCome = [t('progress:next.sends', { team }), reads, contacts];
  switch (state) {
    case 'saved':
      return { news: [t('progress:saved.news'), noNeed], next: toCome };
    case 'delayed':
      return { news: [t('progress:delayed.news'), noNeed], next: toCome };
    case 'handed-over':
      return {
        news: [t('progress:handedOver.news', { team, moment }), t('progress:handedOver.unread')],
        next: [reads, contacts],
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
