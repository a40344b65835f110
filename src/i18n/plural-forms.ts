/** A message in each plural form that its language has. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/** The words for a count, by the rules of the language; the translator goes by the same. */
export function choosePlural(forms: PluralForms, count: number, language: string): string {
  const rules = new Intl.PluralRules(language);
  return forms[rules.select(count)] ?? forms.other ?? '';
}

/** The plural forms that a language has for whole things, by the names that keys end in: one, few, other. */
export function pluralForms(language: string): Intl.LDMLPluralRule[] {
  return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort(byRank);
}

/** Whether a form is said of one number alone, so that its words need not fill the number in. */
export function isForOneNumber(language: string, form: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 201 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === form).length === 1;
}

const order = ['zero', 'one', 'two', 'few', 'many', 'other'];

function byRank(a: string, b: string): number {
  return order.indexOf(a) - order.indexOf(b);
}
