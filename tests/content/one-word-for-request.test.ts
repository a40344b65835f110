import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flattenMessages } from '../../src/i18n/check-messages.ts';
import { messages } from '../../src/i18n/messages.ts';
import { directory } from '../../src/wiring.ts';

/** Of the NHS, and of letters between staff: a resident sends a request. */
const staffWord = { en: /referrals?\b/i, bn: /রেফারেল/, so: /\bgudbint|\breferral/i };

// Read by staff alone, or by developers of other directories: "Open Referral" is the name of a standard.
const isForStaff = (key: string) => /^(staff|professionals|navigator|open-data):/.test(key);

test.each(['en', 'bn', 'so'] as const)(
  'no words of the site say "referral" to a resident in %s',
  (locale) => {
    const texts = [...flattenMessages(messages.get(locale) ?? {})].filter(
      ([key]) => !isForStaff(key),
    );

    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => staffWord[locale].test(text))).toEqual([]);
  },
);

test.each(['en', 'bn'] as const)('no page of text says it to a resident in %s', (locale) => {
  const folder = `content/pages/${locale}/`;
  const pages = readdirSync(folder).filter((file) => file !== 'for-professionals.md');

  expect(pages.length).toBeGreaterThan(3);
  expect(
    pages.filter((file) => staffWord[locale].test(readFileSync(folder + file, 'utf8'))),
  ).toEqual([]);
});

test('no situation says it', () => {
  const said = directory.situations.filter((situation) =>
    staffWord.en.test(JSON.stringify(situation)),
  );

  expect(said.map(({ slug }) => slug)).toEqual([]);
});

test('the pages of a request call it by one word in each language', () => {
  const word = { en: /request/i, bn: /অনুরোধ/, so: /codsi/i };
  const keys = ['progress:sending.title', 'progress:saved.title', 'progress:handedOver.title'];
  keys.push('progress:received.title', 'progress:problem.title', 'letters:copy.saved');
  keys.push('refer:trouble.not-saved.heading', 'refer:trouble.cannot-tell.heading');
  for (const locale of ['en', 'bn', 'so'] as const) {
    const texts = flattenMessages(messages.get(locale) ?? {});
    for (const key of keys) expect(texts.get(key), `${locale} ${key}`).toMatch(word[locale]);
  }
});
