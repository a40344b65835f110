import type { DirectoryChange } from '../../directory/changes/directory-changes.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { factWords } from '../shortlist/fact-words.ts';

/** What became of a listing, in words: 'changed: phone, days and times'. */
export function changeWords({ what, facts }: DirectoryChange, locale: Locale): string {
  const t = createTranslator(locale);
  switch (what) {
    case 'new':
      return t('changes:new');
    case 'changed':
      return t('changes:changed', { facts: factWords(facts, locale, t) });
    case 'open':
      return t('changes:open');
    case 'paused':
      return t('changes:paused');
    case 'closed':
      return t('changes:closed');
    case 'gone':
      return t('changes:gone');
  }
}
