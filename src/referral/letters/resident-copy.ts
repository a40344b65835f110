import type { Locale } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Team } from '../routing/routing.ts';
import { paragraph, toLetter } from './layout.ts';
import type { LetterWords } from './letter-words.ts';
import { requireReference } from './reference.ts';

/**
 * To the resident's own mailbox, in their language: the reference and what happens next, nothing else.
 * Others may read that mailbox, and its connection may not be safe.
 */
export function renderResidentCopy(facts: {
  reference: string;
  locale: Locale;
  /** The whole address of the status page. */
  statusUrl: string;
  team: Team;
  /** Who can be asked; left out if there is none. */
  phone: string | undefined;
}): LetterWords {
  const t = createTranslator(facts.locale);
  const reference = requireReference(facts.reference);
  return {
    subject: t('letters:copy.subject', { reference }),
    text: toLetter([
      paragraph(t('letters:copy.saved', { reference })),
      paragraph(t('letters:copy.next', { team: facts.team.name[facts.locale] })),
      `${paragraph(t('letters:copy.status'))}\n${facts.statusUrl}`,
      ...(facts.phone ? [paragraph(t('letters:copy.phone', { phone: facts.phone }))] : []),
      paragraph(t('letters:copy.noReply')),
      paragraph(t('letters:copy.notYou')),
    ]),
  };
}
