/** Covers src/i18n/locale.ts, src/i18n/messages.ts. */
import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/i18n/locale.ts';
import { messages } from '../../../src/i18n/messages.ts';
import { formatNumber } from '../../../src/i18n/numbers.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';

describe('the translator', () => {
  test('gives each language its own words, however often and in whatever order they are asked for', () => {
    const asked = [...locales, ...locales].map((locale) => createTranslator(locale)('site:home'));

    const own = locales.map((locale) => Reflect.get(messages.get(locale)?.site ?? {}, 'home'));
    expect(new Set(own).size).toBe(locales.length);
    expect(asked).toEqual([...own, ...own]);
  });

  test('fills in what it is given each time, and keeps nothing of it', () => {
    const t = createTranslator('en');

    const first = t('search:headingNoneFor', { words: 'first visitor' });
    const second = t('search:headingNoneFor', { words: 'second visitor' });

    expect(first).toContain('first visitor');
    expect(second).toContain('second visitor');
  });

  test('has words about another person for the keys that need them', () => {
    const own = createTranslator('en');
    const theirs = createTranslator('en', 'they');

    expect(own('refer:practice.legend')).toBe('Your GP practice');
    expect(theirs('refer:practice.legend')).toBe('Their GP practice');
    expect(theirs('refer:practice.find')).toBe(own('refer:practice.find'));
  });

  test('chooses the plural for each count', () => {
    const t = createTranslator('en');

    const counts = [1, 2, 1].map((count) => t('search:heading', { count }));

    expect(counts[0]).not.toBe(counts[1]);
    expect(counts[2]).toBe(counts[0]);
  });

  test.each(locales)('in %s keeps the words for none apart from those for many', (locale) => {
    const t = createTranslator(locale);

    const [none, many] = [0, 5].map((count) => t('search:suggestionCount', { count }));

    expect(none).not.toContain(formatNumber(0, locale));
    expect(many).toContain(formatNumber(5, locale));
  });

  test.each(locales)('fills in whatever the words of %s have a place for', (locale) => {
    const t = createTranslator(locale) as unknown as (key: string, values: object) => string;
    const places = Object.entries(messages.get(locale) ?? {}).flatMap(([namespace, messages]) =>
      toWords(messages).flatMap(({ key, words }) => {
        const names = [...words.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name ?? '');
        return names.length > 0 ? [{ namespace, key, names: new Set(names) }] : [];
      }),
    );

    const unfilled = places.filter(({ namespace, key, names }) => {
      const values = Object.fromEntries([...names].map((name) => [name, `a ${name} & more`]));
      const count = key.endsWith('_one') ? 1 : 7;
      const plain = key.replace(/_(one|other)$/, '');
      const filled = t(`${namespace}:${plain}`, names.has('count') ? { ...values, count } : values);
      const expected = [...names].map((name) =>
        name === 'count' ? formatNumber(count, locale) : values[name],
      );
      return filled.includes('{{') || expected.some((value) => !filled.includes(value ?? '-'));
    });
    expect(places.length).toBeGreaterThan(50);
    expect(unfilled).toEqual([]);
  });
});

function toWords(messages: object): { key: string; words: string }[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [{ key, words: value }]
      : toWords(value).map((inner) => ({ ...inner, key: `${key}.${inner.key}` })),
  );
}
