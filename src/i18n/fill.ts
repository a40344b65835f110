import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';

export type Values = Record<string, string | number | undefined>;

/** A message in each plural form that its language has. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * The words with values in their `{{places}}`: a number in the digits of the language, a text as it
 * stands, since phone numbers, postcodes and references have one form everywhere. A place of which
 * `values` says nothing stays, to be filled on the page.
 *
 * The translator and the islands both fill in here. i18next can do it as well, but browsers are not sent
 * i18next, and two that fill in differ sooner or later.
 */
export function fill(words: string, values: Values, locale: Locale): string {
  return words.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return formatNumber(value, locale);
    return value ?? (name in values ? '' : place);
  });
}

/** As `fill`, in the plural form for `count`. */
export function fillPlural(
  forms: PluralForms,
  values: Values & { count: number },
  locale: Locale,
): string {
  return fill(forms[pluralOf(values.count, locale)] ?? forms.other ?? '', values, locale);
}

/** The plural form that a language has for a number. */
export function pluralOf(count: number, locale: Locale): Intl.LDMLPluralRule {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known.select(count);
}

const rules = new Map<Locale, Intl.PluralRules>();
