export type Values = Record<string, string | number | undefined>;

/**
 * The words with values in their `{{places}}`: a number in the digits of the language, a text as it
 * stands, since phone numbers, postcodes and references have one form everywhere. A place of which
 * `values` says nothing stays, to be filled on the page.
 *
 * The translator and the islands both fill in here. i18next can do it as well, but browsers are not sent
 * i18next, and two that fill in differ sooner or later.
 */
export function fill(words: string, values: Values, numbers: Intl.NumberFormat): string {
  return words.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return numbers.format(value);
    return value ?? (name in values ? '' : place);
  });
}
