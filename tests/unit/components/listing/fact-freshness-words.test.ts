import { expect, test } from 'vitest';
import { factFreshnessWords } from '../../../../src/components/listing/fact-freshness-words.ts';
import type { CheckedFact } from '../../../../src/directory/checkable.ts';
import { locales } from '../../../../src/i18n/locale.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const check = {
  date: '2026-03-10',
  method: 'phone' as const,
  facts: ['phone', 'hours', 'audiences', 'website'],
};
const phone = '020 7364 5000';

test.each([
  ['2026-09-10', 'hours', 'Checked by phone, March 2026.'],
  ['2026-09-11', 'hours', 'Checked by phone, March 2026. It may have changed since.'],
  ['2027-03-10', 'hours', 'Checked by phone, March 2026. It may have changed since.'],
  [
    '2027-03-11',
    'hours',
    'Checked by phone, March 2026. That is a long time ago: ring first to make sure.',
  ],
  [
    '2027-03-11',
    'who',
    'Checked by phone, March 2026. That is a long time ago: ring first to make sure.',
  ],
  [
    '2027-03-11',
    'phone',
    'Checked by phone, March 2026. That is a long time ago, so it may have changed.',
  ],
  ['2026-09-10', 'cost', 'Not checked yet.'],
  ['2026-03-09', 'hours', 'Not checked yet.'],
] as const)('on %s it is said beside %s: %s', (today, fact, expected) => {
  expect(words(fact, today, { phone })).toBe(expected);
});

test('who cannot be rung is asked, and who cannot be asked is left alone', () => {
  expect(words('hours', '2027-03-11')).toMatch(/: ask first to make sure\.$/);
  expect(words('hours', '2027-03-11', { website: undefined })).toMatch(/it may have changed\.$/);
});

test('nothing is said beside the facts of a listing that nobody has checked: its page says it once', () => {
  expect(words('hours', '2026-04-01', { checks: [] })).toBeUndefined();
});

test('beside facts of urgent help stands the date alone, however old', () => {
  expect(words('phone', '2030-01-01', { phone, isUrgentHelp: true })).toBe(
    'Checked by phone, March 2026.',
  );
});

test.each(locales)('each way of checking has its words in %s, with the month', (locale) => {
  const methods = ['phone', 'visit', 'website', 'email', 'self-confirmed'] as const;
  const said = methods.map((method) =>
    factFreshnessWords(aListing('a', { checks: [{ ...check, method }] }), 'hours', {
      today: '2026-04-01',
      locale,
      t: createTranslator(locale),
    }),
  );

  expect(new Set(said).size).toBe(methods.length);
  for (const each of said) expect(each).toMatch(/2026|২০২৬/);
});

function words(fact: CheckedFact, today: string, fields: Parameters<typeof aListing>[1] = {}) {
  return factFreshnessWords(aListing('a', { checks: [check], ...fields }), fact, {
    today,
    locale: 'en',
    t: createTranslator('en'),
  });
}
