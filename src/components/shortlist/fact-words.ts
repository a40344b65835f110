import type { Fact } from '../../directory/reading/histories.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { joinWords } from '../../i18n/word-lists.ts';

/** 'phone, days and times' */
export function factWords(facts: readonly Fact[], locale: Locale, t: Translator): string {
  const words: Record<Fact, string> = {
    status: t('shortlist:fact.status'),
    phone: t('shortlist:fact.phone'),
    hours: t('shortlist:fact.hours'),
    address: t('shortlist:fact.address'),
    cost: t('shortlist:fact.cost'),
    email: t('shortlist:fact.email'),
    website: t('shortlist:fact.website'),
  };
  return joinWords(
    facts.map((fact) => words[fact]),
    'all',
    locale,
  );
}
