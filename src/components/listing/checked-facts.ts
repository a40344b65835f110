import { type CheckedFact, toCheckedFacts } from '../../directory/checkable.ts';
import type { Translator } from '../../i18n/translator.ts';

/** What a check covers: 'phone', 'hours'. `fields`: as an editor names them. */
export function checkedFactWords(fields: readonly string[], t: Translator): string[] {
  return factWords(toCheckedFacts(fields), t);
}

/** What facts are called: 'phone', 'who it is for'. */
export function factWords(facts: readonly CheckedFact[], t: Translator): string[] {
  const words: Record<CheckedFact, string> = {
    name: t('listing:fact.name'),
    status: t('listing:fact.status'),
    phone: t('listing:fact.phone'),
    email: t('listing:fact.email'),
    website: t('listing:fact.website'),
    hours: t('listing:fact.hours'),
    address: t('listing:fact.address'),
    cost: t('listing:fact.cost'),
    help: t('listing:fact.help'),
    who: t('listing:fact.who'),
    languages: t('listing:fact.languages'),
    start: t('listing:fact.start'),
    served: t('listing:fact.served'),
    body: t('listing:fact.body'),
  };
  return facts.map((fact) => words[fact]);
}
