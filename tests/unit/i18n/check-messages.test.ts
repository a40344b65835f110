/** Covers src/i18n/staff-namespaces.ts. */
import { describe, expect, test } from 'vitest';
import { findMessageProblems, findUntranslated } from '../../../src/i18n/check-messages.ts';
import type { Locale } from '../../../src/i18n/locale.ts';

const english = {
  search: {
    heading_one: '{{count}} result',
    heading_other: '{{count}} results',
    near: 'Near {{place}}',
  },
  site: { problem: { form: 'Not sent' } },
  staff: { subject: 'A referral' },
};
const somali = {
  search: {
    heading_one: 'Hal natiijo',
    heading_other: '{{count}} natiijo',
    near: 'U dhow {{place}}',
  },
  site: { problem: { form: 'Lama dirin' } },
};
/** A language that is not on the site, with six plural forms. */
const arabic = 'ar' as Locale;

describe('the words of a language', () => {
  test('have no problem with the keys and values of English, without what only staff read', () => {
    expect(findMessageProblems('so', somali, english)).toEqual([]);
    expect(findMessageProblems('en', english, english)).toEqual([]);
  });

  test('are missed, or are too many, by file and key', () => {
    const problems = findMessageProblems(
      'so',
      { ...somali, search: { ...somali.search, far: 'Fog' }, site: { problem: {} } },
      english,
    );
    expect(problems).toEqual([
      'locales/so/site.json, problem.form: is missing. Write what it says in English.',
      'locales/so/search.json, far: is too much: English has no such words. Delete it.',
    ]);
  });

  test('must not be empty, nor fill in other values than English', () => {
    const search = { ...somali.search, near: 'U dhow {{magaalo}}' };

    expect(
      findMessageProblems('so', { search, site: { problem: { form: ' ' } } }, english),
    ).toEqual([
      'locales/so/search.json, near: fills in {{magaalo}}; English fills in {{place}}. Use the same.',
      'locales/so/site.json, problem.form: is empty. Write the words.',
    ]);
  });
});

test('words that are in English still are found by file and key', () => {
  const search = { ...somali.search, near: 'Near {{place}}' };
  expect(findUntranslated('bn', { search }, english)).toEqual([
    "locales/bn/search.json, heading_one: is in English: 'Hal natiijo'. Translate it.",
    "locales/bn/search.json, heading_other: is in English: '{{count}} natiijo'. Translate it.",
    "locales/bn/search.json, near: is in English: 'Near {{place}}'. Translate it.",
  ]);
  expect(findUntranslated('so', { search }, english)).toEqual([]);
});

describe('plural forms', () => {
  test('are those of the language, whatever English has', () => {
    const search = {
      ...somali.search,
      heading_zero: 'لا',
      heading_one: 'واحد',
      heading_two: 'اثنان',
      heading_few: '{{count}}',
    };

    expect(findMessageProblems(arabic, { ...somali, search }, english)).toEqual([
      'locales/ar/search.json, heading_many: is missing. Write what it says in English.',
    ]);
  });

  test('that the language does not have are named', () => {
    const search = { ...somali.search, heading_few: '{{count}} natiijo' };

    expect(findMessageProblems('so', { ...somali, search }, english)).toEqual([
      'locales/so/search.json, heading_few: is too much: the plural forms of this language are one, other. Delete it.',
    ]);
  });

  test('that English lacks for itself are named', () => {
    const halved = { search: { heading_other: '{{count}} results' } };

    expect(findMessageProblems('en', halved, halved)).toEqual([
      'locales/en/search.json, heading_one: is missing. Write what it says in English.',
    ]);
  });

  test('may leave their number out only where they stand for one number', () => {
    const search = { ...somali.search, heading_one: 'ফলাফল' };

    // In Bengali 0 and 1 have one form, in Somali 1 alone has.
    expect(findMessageProblems('bn', { ...somali, search }, english)).toEqual([
      'locales/bn/search.json, heading_one: fills in nothing; English fills in {{count}}. Use the same.',
    ]);
    expect(findMessageProblems('so', { ...somali, search }, english)).toEqual([]);
  });

  test('have words for none in every language once English has them', () => {
    const none = { ...english.search, heading_zero: 'No results' };

    expect(findMessageProblems('so', somali, { ...english, search: none })).toEqual([
      'locales/so/search.json, heading_zero: is missing. Write what it says in English.',
    ]);
  });
});
