import type { Fact } from '../../directory/reading/histories.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';

const joiners: Record<Locale, Intl.ListFormat> = {
  en: new Intl.ListFormat('en-GB', { type: 'unit' }),
  bn: new Intl.ListFormat('bn', { type: 'unit' }),
  so: new Intl.ListFormat('so', { type: 'unit' }),
};

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
  return joiners[locale].format(facts.map((fact) => words[fact]));
}
