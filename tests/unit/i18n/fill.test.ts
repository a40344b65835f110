/** Covers src/i18n/plural-forms.ts. */
import { describe, expect, test } from 'vitest';
import { fill as fillIn, type Values } from '../../../src/i18n/fill.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { numberFormatOf } from '../../../src/i18n/numbers.ts';
import { choosePlural, type PluralForms } from '../../../src/i18n/plural-forms.ts';
import { createTranslator, findPluralForms } from '../../../src/i18n/translator.ts';

const fill = (words: string, values: Values, locale: Locale) =>
  fillIn(words, values, numberFormatOf(locale));
const fillPlural = (forms: PluralForms, values: { count: number }, locale: Locale) =>
  fill(choosePlural(forms, values.count, locale), values, locale);

describe('filling in', () => {
  test('writes numbers in the digits of the language', () => {
    const values = { number: 3, total: 1200 };

    expect(fill('{{number}} of {{total}}', values, 'en')).toBe('3 of 1,200');
    expect(fill('{{total}}টির মধ্যে {{number}}', values, 'bn')).toBe('১,২০০টির মধ্যে ৩');
  });

  test('leaves texts as they stand: numbers to ring, postcodes, references', () => {
    const values = { phone: '020 7946 0123', postcode: 'E1 4AA', reference: 'SP-2345-6789' };

    expect(fill('{{phone}}, {{postcode}}, {{reference}}', values, 'bn')).toBe(
      '020 7946 0123, E1 4AA, SP-2345-6789',
    );
  });

  test('leaves a place for the page of which nothing is said, and empties one that has no value', () => {
    expect(fill('{{name}} ({{count}}){{more}}', { name: 'A', more: undefined }, 'en')).toBe(
      'A ({{count}})',
    );
  });

  test('does not fill in what was filled in', () => {
    expect(fill('{{a}}{{b}}', { a: '{{b}}', b: '$&' }, 'en')).toBe('{{b}}$&');
  });
});

describe('choosing a plural', () => {
  const forms = { one: '{{count}} practice fits.', other: '{{count}} practices fit.' };

  test.each([
    [0, '0 practices fit.'],
    [1, '1 practice fits.'],
    [2, '2 practices fit.'],
  ])('goes by the rules of English for %d', (count, expected) => {
    expect(fillPlural(forms, { count }, 'en')).toBe(expected);
  });

  test('goes by the rules of Bengali, where none is like one', () => {
    expect(fillPlural({ one: '{{count}} x', other: '{{count}} y' }, { count: 0 }, 'bn')).toBe(
      '০ x',
    );
  });

  test.each(['en', 'bn', 'so'] as const)(
    'says in %s on a page what the translator says',
    (locale) => {
      const t = createTranslator(locale);
      const open = findPluralForms(locale, 'steps:practices.fit');

      for (const count of [1, 2, 11, 1000]) {
        expect(fillPlural(open, { count }, locale)).toBe(t('steps:practices.fit', { count }));
      }
    },
  );
});
