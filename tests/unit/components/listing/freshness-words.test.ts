/** Covers src/components/listing/checked-facts.ts. */
import { expect, test } from 'vitest';
import {
  checkWords,
  freshnessWords,
  newestCheckWords,
  notCheckedNote,
} from '../../../../src/components/listing/freshness-words.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const english = createTranslator('en');
const words = (fields: Parameters<typeof aListing>[1], today = '2026-11-22') =>
  freshnessWords(aListing('bow-lunch-club', fields), today, 'en', english);
const byPhone = { date: '2026-03-10', method: 'phone' as const, facts: ['phone'] };

test('a listing that nobody checked says so, and how to make sure', () => {
  expect(words({ phone: '020 7364 5000' })).toBe('Not checked yet: ring first to make sure.');
  expect(words({ website: 'https://a.example' })).toBe(
    'Not checked yet: ask them first to make sure.',
  );
  expect(words({ website: undefined })).toBe('Not checked yet.');
});

test('a checked listing says how and in which month', () => {
  expect(words({ checks: [byPhone] }, '2026-09-10')).toBe('Checked by phone, March 2026: phone.');
  expect(words({ checks: [{ ...byPhone, method: 'visit' }] }, '2026-09-10')).toBe(
    'Checked on a visit, March 2026: phone.',
  );
});

test('a check says which facts it covers, in the order of the page, and not that the rest is right', () => {
  const facts = ['firstStep', 'hours', 'sessions', 'postcode', 'phone'];
  const checks = [{ ...byPhone, date: '2026-11-03', facts }];

  expect(words({ checks }, '2026-11-22')).toBe(
    'Checked by phone, November 2026: phone, hours, address, how to start.',
  );
});

test('of several checks the newest is told, with its own facts', () => {
  const checks = [
    { ...byPhone, facts: ['phone', 'hours', 'cost'] },
    { date: '2026-06-01', method: 'website' as const, facts: ['cost'] },
  ];

  expect(words({ checks }, '2026-07-01')).toBe('Checked on their website, June 2026: cost.');
});

test('an older check is told as one that may have lost its worth', () => {
  expect(words({ checks: [byPhone] }, '2026-09-11')).toBe(
    'Checked by phone, March 2026: phone. It may have changed since.',
  );
  expect(words({ checks: [byPhone] }, '2027-03-11')).toBe(
    'Checked by phone, March 2026: phone. It may have changed since.',
  );
});

test('a card says what to ask about first, and only that: facts whose own check is old', () => {
  const phone = '020 7364 5000';
  const checks = [
    { ...byPhone, date: '2025-01-10', facts: ['hours', 'notFor'] },
    { ...byPhone, date: '2026-11-03' },
  ];

  expect(words({ checks, phone })).toBe(
    'Checked by phone, November 2026: phone. Ring first about: hours, who it is for.',
  );
  expect(words({ checks })).toBe(
    'Checked by phone, November 2026: phone. Ask first about: hours, who it is for.',
  );
  expect(words({ checks, website: undefined })).toBe('Checked by phone, November 2026: phone.');
});

test('a page that tells of each fact begins with the newest check alone', () => {
  const checks = [{ ...byPhone, facts: ['hours'] }];
  const listing = aListing('a', { checks, phone: '020 7364 5000' });

  expect(newestCheckWords(listing, '2028-01-01', 'en', english)).toBe(
    'Checked by phone, March 2026: hours.',
  );
  expect(newestCheckWords(aListing('a'), '2028-01-01', 'en', english)).toMatch(/^Not checked yet/);
});

test('nobody is told to make sure first before they ask for urgent help', () => {
  const phone = '020 7364 5000';
  const old = [{ ...byPhone, facts: ['phone', 'hours', 'address'] }];
  const urgent = aListing('a', { isUrgentHelp: true, phone });
  const said = [
    words({ isUrgentHelp: true, phone }),
    words({ isUrgentHelp: true, phone, checks: old }, '2030-01-01'),
    notCheckedNote([urgent, aListing('b')], '2026-04-01', english, { bestFirst: true }) ?? '',
    notCheckedNote([urgent, urgent], '2026-04-01', english) ?? '',
  ];

  for (const each of said) expect(each).not.toMatch(/first|make sure/);
  expect(said[0]).toContain('get urgent help');
  expect(said[1]).toBe('Checked by phone, March 2026: phone, hours, address.');
});

test.each([
  ['bn', 'ফোনে যাচাই করা হয়েছে, মার্চ ২০২৬: ফোন।'],
  ['so', 'Waxaa lagu hubiyey telefoon, Maarso 2026: telefoonka.'],
] as const)('the month is named in %s', (locale, expected) => {
  const listing = aListing('bow-lunch-club', { checks: [byPhone] });

  expect(freshnessWords(listing, '2026-04-01', locale, createTranslator(locale))).toBe(expected);
});

test('a card says only what is known of a check', () => {
  const onCard = (checks: (typeof byPhone)[]) =>
    checkWords(aListing('a', { checks }), '2026-04-01', 'en', english);

  expect(onCard([])).toBeUndefined();
  expect(onCard([byPhone])).toBe('Checked by phone, March 2026: phone.');
});

test('above a list it is said once that nobody has checked, if that is so of any', () => {
  const unchecked = aListing('a');
  const checked = aListing('b', { checks: [byPhone] });
  const note = (...listings: (typeof checked)[]) => notCheckedNote(listings, '2026-04-01', english);

  expect(note(unchecked, unchecked)).toBe('Not checked yet: ring or ask first.');
  expect(note(unchecked, checked)).toMatch(/^Where no check is named/);
  expect(note(checked)).toBeUndefined();
  expect(note()).toBeUndefined();
});

test('a list in no order of need asks to make sure first, though help in danger stands at its top', () => {
  const urgent = aListing('a', { isUrgentHelp: true });

  expect(notCheckedNote([urgent, aListing('b')], '2026-04-01', english)).toBe(
    'Not checked yet: ring or ask first.',
  );
});
